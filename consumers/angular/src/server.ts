import { AngularNodeAppEngine, createNodeRequestHandler, writeResponseToNodeResponse } from '@angular/ssr/node'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'

const engine = new AngularNodeAppEngine()

export const reqHandler = createNodeRequestHandler(async (request, response, next) => {
  const rendered = await engine.handle(request)
  if (rendered) await writeResponseToNodeResponse(rendered, response)
  else next()
})

// the Angular builder imports this file too, before the files to serve exist
if (process.env['PORT'] && process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = sirv(fileURLToPath(new URL('../browser', import.meta.url)))
  createServer((request, response) => {
    const notFound = () => response.writeHead(404).end()
    files(request, response, () => void reqHandler(request, response, notFound))
  }).listen(Number(process.env['PORT']), '127.0.0.1')
}
