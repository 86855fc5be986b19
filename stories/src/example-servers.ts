/** Origins of the example's servers, one for each framework. They differ from the origin of the stories. */
export const exampleServers = {
  React: urlOf(4102),
  Vue: urlOf(4106),
  Angular: urlOf(4107),
  'Plain TypeScript': urlOf(4108),
} as const

export type Framework = keyof typeof exampleServers

function urlOf(port: number): string {
  return `http://127.0.0.1:${port + portShift()}/`
}

/** `npm start` raises all ports by the same number of hundreds if one of them is in use. The port of Storybook, 6006, shows by how much. */
function portShift(): number {
  // the tests of the stories also read this outside of a page
  const shift = (typeof location === 'undefined' ? 0 : Number(location.port)) - 6006
  return shift > 0 && shift <= 1900 && shift % 100 === 0 ? shift : 0
}

/** In milliseconds. The server is on the same machine. */
const TIMEOUT = 3_000

/** Whether a server answers, with any response. */
export async function isAnswering(url: string): Promise<boolean> {
  try {
    await fetch(url, { mode: 'no-cors', signal: AbortSignal.timeout(TIMEOUT) })
    return true
  } catch {
    return false
  }
}
