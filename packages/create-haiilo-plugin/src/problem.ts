/** A mistake of the caller, or a state of the disk that the caller can change. The message says what to do. */
export class Problem extends Error {
  override readonly name: string = 'Problem'
}
