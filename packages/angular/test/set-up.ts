// Angular's own packages are published half compiled; unlinked, as they are in tests, they need the compiler before anything else
import '@angular/compiler'
