/** Signatures and chains by openssl; by node:crypto alone where it is not installed, which is then said. */
import { execFile, spawnSync } from 'node:child_process'
import { constants, createVerify, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0

const pem = (der) => {
  const lines = der
    .toString('base64')
    .match(/.{1,64}/g)
    .join('\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

/** The DER integer of one half of a raw ECDSA signature. */
function integer(bytes) {
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1
  const bare = bytes.subarray(start)
  const content = bare[0] >= 0x80 ? Buffer.concat([Buffer.of(0), bare]) : bare
  return Buffer.concat([Buffer.of(2, content.length), content])
}

function ecdsaDer(raw) {
  const half = raw.length / 2
  const body = Buffer.concat([integer(raw.subarray(0, half)), integer(raw.subarray(half))])
  return Buffer.concat([Buffer.of(0x30, body.length), body])
}

/** What openssl and node have to be told for RSA-PSS (PS256). */
const pssOptions = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32']
const pssKey = (key) => ({ key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })

const succeeds = (args) =>
  new Promise((resolve) => {
    execFile('openssl', args, (error) => resolve(error === null))
  })

/** Runs a task for every item, a few at a time. */
async function each(items, run) {
  const queue = [...items.entries()]
  const results = []
  const worker = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      results[one[0]] = await run(one[1], one[0])
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, cpus().length) }, worker))
  return results
}

/** A folder for what openssl reads from files, gone when the work is done. */
async function inFolder(work) {
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
 * certificate; signatures are raw as in JWS and COSE.
 */
export function signaturesHold(signatures) {
  return inFolder((file) => {
    const keys = new Map()
    const keyOf = (der) => {
      const id = der.toString('base64')
      if (!keys.has(id)) {
        const { publicKey } = new X509Certificate(der)
        const text = publicKey.export({ type: 'spki', format: 'pem' })
        keys.set(id, { text, path: file(`key-${keys.size}.pem`, text) })
      }
      return keys.get(id)
    }
    return each(signatures, ({ input, signature, certificate, algorithm }, index) => {
      const key = keyOf(certificate)
      const pss = algorithm === 'PS256'
      const bytes = pss ? signature : ecdsaDer(signature)
      if (!hasOpenssl) {
        return createVerify('sha256')
          .update(input)
          .verify(pss ? pssKey(key.text) : key.text, bytes)
      }
      const data = file(`${index}.input`, input)
      const proof = file(`${index}.signature`, bytes)
      const options = pss ? pssOptions : []
      return succeeds([
        'dgst',
        '-sha256',
        ...options,
        '-verify',
        key.path,
        '-signature',
        proof,
        data,
      ])
    })
  })
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
