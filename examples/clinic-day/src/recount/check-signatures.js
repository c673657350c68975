/**
 * Reads signatures as JSON from standard input and writes whether each holds: `openssl dgst -verify` for
 * every one of them, or node:crypto where openssl is not installed.
 */
import { constants, createVerify, X509Certificate } from 'node:crypto'
import { cpus } from 'node:os'
import process from 'node:process'
import { hasOpenssl, inFolder, succeeds } from './openssl.js'

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

/** Public keys by certificate: as text, and as a file for openssl. */
function keysIn(file) {
  const keys = new Map()
  return (certificate) => {
    if (!keys.has(certificate)) {
      const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'))
      const text = publicKey.export({ type: 'spki', format: 'pem' })
      keys.set(certificate, { text, path: file(`key-${keys.size}.pem`, text) })
    }
    return keys.get(certificate)
  }
}

function checkAll(signatures) {
  return inFolder((file) => {
    const keyOf = keysIn(file)
    return each(signatures, ({ input, signature, certificate, algorithm }, index) => {
      const key = keyOf(certificate)
      const pss = algorithm === 'PS256'
      const raw = Buffer.from(signature, 'base64')
      const bytes = pss ? raw : ecdsaDer(raw)
      const content = Buffer.from(input, 'base64')
      if (!hasOpenssl) {
        return createVerify('sha256')
          .update(content)
          .verify(pss ? pssKey(key.text) : key.text, bytes)
      }
      const data = file(`${index}.input`, content)
      const proof = file(`${index}.signature`, bytes)
      const how = pss ? pssOptions : []
      return succeeds(['dgst', '-sha256', ...how, '-verify', key.path, '-signature', proof, data])
    })
  })
}

const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const results = await checkAll(JSON.parse(Buffer.concat(chunks).toString()))
process.stdout.write(JSON.stringify(results))
