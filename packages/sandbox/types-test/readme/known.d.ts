// what the examples of the README take as known
declare const home: import('@haiilo-kit/simulator').SimulatedHost
declare const manifest: import('@haiilo-kit/simulator').SimulatedManifest
