// the declarations that the README examples use
declare const expect: typeof import('vitest').expect
declare const manifest: { readonly canteen: string }
declare const fields: { readonly canteen: string }
declare function readConfig<Config>(fields: Config): (raw: import('@haiilo-kit/angular').RawConfig) => Config
declare const host: import('@haiilo-kit/angular').HaiiloHost
declare const API_ORIGIN: import('@angular/core').InjectionToken<string>
declare class App {}
declare class Lunch {}
declare class Problem {}
declare class Settings {}
