/** Signatures and chains by openssl; by node:crypto alone where it is not installed, which is then said. */
import { execFile, spawn, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0

/** Whether a command of openssl ends well. */
export const succeeds = (args) =>
  new Promise((resolve) => {
    execFile('openssl', args, (error) => resolve(error === null))
  })

/** A folder for what openssl reads from files, gone when the work is done. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'recount-'))
  try {
    return await work((name, content) => {
      const file = join(folder, name)
      writeFileSync(file, content)
      return file
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Whether each signature `{ input, signature, certificate, algorithm }` holds for the key of its
 * certificate; signatures are raw as in JWS and COSE. openssl is started once for each, from a small
 * process: starting programs from one with a database in its memory takes ten times as long.
 */
export function signaturesHold(signatures) {
  const script = fileURLToPath(new URL('./check-signatures.js', import.meta.url))
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += String(chunk)
  })
  const answer = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(text))
      else reject(new Error('the signatures could not be checked'))
    })
  })
  const lines = signatures.map(({ input, signature, certificate, algorithm }) => ({
    input: Buffer.from(input).toString('base64'),
    signature: signature.toString('base64'),
    certificate: certificate.toString('base64'),
    algorithm,
  }))
  child.stdin.end(JSON.stringify(lines))
  return answer
}

const pem = (der) => {
  const lines = der
    .toString('base64')
    .match(/.{1,64}/g)
    .join('\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

/** Whether certificates, the signer's first, chain to a root at an instant; certificates are DER. */
export async function chainHolds(chain, root, at) {
  const [leaf, ...between] = chain
  if (!hasOpenssl) {
    const path = [...chain, root].map((der) => new X509Certificate(der))
    return path.slice(1).every((issuer, index) => path[index].verify(issuer.publicKey))
  }
  return inFolder((file) =>
    succeeds([
      'verify',
      '-attime',
      String(Math.floor(at.getTime() / 1000)),
      '-CAfile',
      file('root.pem', pem(root)),
      ...(between.length === 0
        ? []
        : ['-untrusted', file('between.pem', between.map(pem).join(''))]),
      file('leaf.pem', pem(leaf)),
    ]),
  )
}
