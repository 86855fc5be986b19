export const a: unknown = globalThis.location
export const b: unknown = document
export const c: unknown = globalThis.crypto
