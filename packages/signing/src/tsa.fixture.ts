/** OpenSSL as a timestamp authority behind a server on the loopback interface. Its keys are test keys. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toPem } from '@tiemchung/core'
import { createAuthority, exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'
import type { TimestampExchange } from './timestamp/timestamp-jws.js'

const installed = spawnSync('openssl', ['version']).status === 0
const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'

/** Whether tests against OpenSSL are passed over; where it is required they run, and fail. */
export const withoutOpenssl = !installed && !required

/** A title that says why its tests are passed over, when they are. */
export const titled = (title: string): string =>
  withoutOpenssl ? `${title} (skipped: the command openssl is not installed)` : title

const configuration = `[tsa]
default_tsa = it
[it]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
accuracy = secs:1
`

/** OpenSSL's answer to a request, by way of its standard streams. */
function reply(folder: string, request: Buffer): Promise<Buffer> {
  writeFileSync(join(folder, 'request.tsq'), request)
  const args = ['ts', '-reply', '-queryfile', 'request.tsq', '-config', 'ts.cnf', '-section', 'it']
  const run = spawn('openssl', args, { cwd: folder })
  const parts: Buffer[] = []
  run.stdout.on('data', (part: Buffer) => parts.push(part))
  return new Promise((resolve, reject) => {
    run.on('error', reject)
    run.on('close', () => {
      resolve(Buffer.concat(parts))
    })
  })
}

/** What the authority's certificates are valid for: OpenSSL stamps by the clock of the machine. */
export const nowadays = { notBefore: new Date('2022-01-01'), notAfter: new Date('2049-01-01') }

/** Starts an authority; `close` stops it and takes its folder away. */
export async function startAuthority() {
  const ca = await createAuthority({
    subject: { commonName: 'TEST time root', country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity: nowadays,
  })
  const keys = await generateSigningKey('ES256', { extractable: true })
  const { certificate } = await ca.issue({
    subject: { commonName: 'TEST time', country: 'VN' },
    publicKey: keys.publicKey,
    validity: nowadays,
    profile: 'time-stamping',
  })
  const folder = mkdtempSync(join(tmpdir(), 'tsa-'))
  writeFileSync(join(folder, 'ts.cnf'), configuration)
  writeFileSync(join(folder, 'tsa.pem'), toPem(certificate, 'CERTIFICATE'))
  writeFileSync(join(folder, 'tsa.key'), toPem(await exportPrivateKey(keys), 'PRIVATE KEY'))
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    response.setHeader('content-type', 'application/timestamp-reply')
    response.end(await reply(folder, Buffer.concat(parts)))
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const exchange: TimestampExchange = async (body) => {
    const headers = { 'content-type': 'application/timestamp-query' }
    const answer = await fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
    })
    return new Uint8Array(await answer.arrayBuffer())
  }
  const close = () => {
    server.close()
    rmSync(folder, { recursive: true })
  }
  return {
    exchange,
    close,
    root: ca.certificate,
    trust: { anchors: [{ certificate: ca.certificate }] },
  }
}
