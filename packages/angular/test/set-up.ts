// Angular's packages are published partially compiled; tests do not link them, so the compiler must be loaded first
import '@angular/compiler'
