// what the examples of the README take as known
declare const manifest: import('@haiilo-kit/simulator').SimulatedManifest
