/** `tiemchung-sandbox`: the sandbox on a port of this machine. */
import type { Server } from 'node:http'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { parseInstant } from '@tiemchung/core'
import { createSandbox } from './create-sandbox.js'
import type { Sandbox, SandboxDatabase } from './sandbox.js'

const help = `tiemchung-sandbox: the tiemchung platform on this machine, to develop against

  --port N        port on 127.0.0.1 (default 8787; 0 for any)
  --folder DIR    keep everything in a folder (default: in memory)
  --at INSTANT    begin at this time, such as 2022-05-20T08:00:00+07:00
  --json          print address and accounts as one line of JSON

DATABASE_URL in the environment names a PostgreSQL server to use instead.
One-time codes are messages: GET /_sandbox/messages?account=NAME
`

function databaseOf(folder: string | undefined): SandboxDatabase {
  const url = process.env['DATABASE_URL']
  if (url !== undefined && url !== '') return { url }
  return folder === undefined ? 'memory' : { folder }
}

/** A dropped answer becomes a connection that breaks. */
function listen(sandbox: Sandbox, port: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = serve(
      {
        hostname: '127.0.0.1',
        port,
        fetch: (request, env) =>
          sandbox.fetch(request).catch(() => {
            const { incoming } = env as { incoming: { socket: { destroy(): void } } }
            incoming.socket.destroy()
            return new Response(null, { status: 502 })
          }),
      },
      (address) => resolve({ server: server as Server, port: address.port }),
    )
  })
}

function announce(sandbox: Sandbox, address: string, asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ address, accounts: sandbox.accounts })}\n`)
    return
  }
  process.stdout.write(`The sandbox listens on ${address}\n\n`)
  for (const { name, role, unit, password } of sandbox.accounts) {
    const where = unit === undefined ? role : `${role} ${unit}`
    process.stdout.write(`  ${name.padEnd(18)} ${password}  ${where}\n`)
  }
  process.stdout.write('\nOne-time codes: GET /_sandbox/messages?account=NAME\n')
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      folder: { type: 'string' },
      at: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const sandbox = await createSandbox({
    database: databaseOf(values.folder),
    ...(values.at === undefined ? {} : { at: parseInstant(values.at) }),
  })
  const { server, port } = await listen(sandbox, Number(values.port))
  announce(sandbox, `http://127.0.0.1:${port}`, values.json)
  const stop = () => {
    server.close()
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

await main()
