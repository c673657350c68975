/**
 * A platform that takes its time, for the bench of draining: `drain-server.mjs MS`. It answers each request so many
 * milliseconds after it has read it. Prints the port that it listens on.
 */
import { createServer } from 'node:http'
import { argv, stdout } from 'node:process'

const milliseconds = Number(argv[2])
const server = createServer((request, response) => {
  request.resume()
  request.once('end', () => {
    setTimeout(() => {
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end('{"taken":true}')
    }, milliseconds)
  })
})
server.listen(0, '127.0.0.1', () => stdout.write(`${server.address().port}\n`))
