/**
 * The independent recount. It imports nothing of ours: SQL over the platform's database, the truth file,
 * and openssl (or, where that is not installed, node:crypto, and it says so). For every child it derives
 * from the truth what must be on the platform, and looks whether exactly that is there.
 */
import { spawnSync } from 'node:child_process'
import { createHash, createVerify, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

const out = process.argv[2]
const truth = JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8'))
const { rows } = JSON.parse(readFileSync(join(out, 'claims.json'), 'utf8'))
const faults = []
const expect = (what, wanted, found) => {
  if (wanted !== found) faults.push(`${what}: ${wanted} by the truth, ${found} found`)
}

/** What the truth says must have become of a child. */
function fate(child) {
  const given = child.attendance === 'given'
  const complete = given && child.guardian !== undefined
  const matched =
    child.identity === 'correct' ||
    child.identity === 'foreign' ||
    (child.identity === 'wrong' && child.corrected)
  const settled = complete && matched
  const signs = child.facility === '01234'
  const signed = settled && signs
  return {
    eligible: child.eligibility === 'eligible',
    given,
    complete,
    settled,
    signed,
    minuted: settled && !signs,
    certified: signed && child.doses.length === 1,
  }
}

const fates = truth.children.map((child) => ({ child, ...fate(child) }))
const count = (key) => fates.filter((one) => one[key]).length
const claimed = (id) => rows.find((row) => row.id === id)?.count
const part = (id, name) =>
  rows.find((row) => row.id === id)?.parts.find((one) => one.id === name)?.count ?? 0

expect('listed', truth.children.length, claimed('listed'))
expect('eligible', count('eligible'), claimed('eligible'))
expect('given', count('given'), claimed('given'))
expect('entered', count('given'), claimed('entered'))
expect('complete', count('complete'), claimed('complete'))
expect('settled', count('settled'), claimed('settled'))
expect('signed', count('signed'), claimed('signed'))
expect('by minutes', count('minuted'), part('settled', 'by-minutes'))
expect('acknowledged', count('signed'), claimed('acknowledged'))
expect('issued', count('certified'), part('acknowledged', 'issued'))

const database = await PGlite.create(join(out, 'platform'))
const { rows: records } = await database.query(
  `select id, facility, jws, minutes_id, amends, superseded_by,
     document->'person'->'identityDocument'->>'number' as number,
     document->'person'->>'sex' as sex, document->'dose'->>'number' as dose
   from record`,
)
const { rows: certificates } = await database.query(
  `select certificate.id, revoked_at, record, body->>'text' as text from certificate
   join certificate_record on certificate_record.certificate = certificate.id`,
)
await database.close()

const byNumber = new Map()
for (const record of records) {
  const list = byNumber.get(record.number) ?? []
  list.push(record)
  byNumber.set(record.number, list)
}

let checked = 0
for (const { child, signed, minuted, certified } of fates) {
  const number = child.passport ?? child.facts.number
  const all = byNumber.get(number) ?? []
  byNumber.delete(number)
  const standing = all.filter((record) => record.superseded_by === null)
  const amended = child.feedback === 'wrong-sex' ? 1 : 0
  expect(`${child.key} records`, (signed || minuted ? 1 : 0) + amended, all.length)
  expect(`${child.key} standing`, signed || minuted ? 1 : 0, standing.length)
  const [record] = standing
  if (record !== undefined) {
    expect(`${child.key} signature`, signed, record.jws !== null)
    expect(`${child.key} minutes`, minuted, record.minutes_id !== null)
    expect(`${child.key} sex`, child.facts.sex, record.sex)
    expect(`${child.key} dose`, child.doses.length + 1, Number(record.dose))
  }
  const own = certificates.filter((one) => all.some((item) => item.id === one.record))
  const good = own.filter((one) => one.revoked_at === null)
  expect(`${child.key} certificates`, certified ? 1 : 0, good.length)
  expect(`${child.key} revoked`, amended, own.length - good.length)
  checked += 1
}
expect('records of nobody', 0, byNumber.size)

/** The content of the DER integer of one half of a raw ECDSA signature. */
function integer(bytes) {
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1
  const bare = bytes.subarray(start)
  const content = bare[0] >= 0x80 ? Buffer.concat([Buffer.of(0), bare]) : bare
  return Buffer.concat([Buffer.of(2, content.length), content])
}

function derSignature(raw) {
  const body = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))])
  return Buffer.concat([Buffer.of(0x30, body.length), body])
}

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'recount-'))

/** Whether the signature of a JWS holds for the certificate in its header, by openssl. */
function holds(jws, index) {
  const [head, payload, signature] = jws.split('.')
  const header = JSON.parse(Buffer.from(head, 'base64url').toString())
  const certificate = new X509Certificate(Buffer.from(header.x5c[0], 'base64'))
  const key = certificate.publicKey.export({ type: 'spki', format: 'pem' })
  const der = derSignature(Buffer.from(signature, 'base64url'))
  const input = `${head}.${payload}`
  if (!hasOpenssl) return createVerify('sha256').update(input).verify(key, der)
  const files = ['key.pem', 'input', 'signature'].map((name) => join(folder, `${index}-${name}`))
  ;[key, input, der].forEach((content, place) => writeFileSync(files[place], content))
  const run = spawnSync('openssl', [
    'dgst',
    '-sha256',
    '-verify',
    files[0],
    '-signature',
    files[2],
    files[1],
  ])
  return run.status === 0
}

const signedRecords = records.filter((record) => record.jws !== null)
// openssl is started once for each signature: a sample of two hundred, chosen by hash, is enough.
const sample = [...signedRecords]
  .sort((left, right) => {
    const hash = (record) => createHash('sha256').update(record.id).digest('hex')
    return hash(left) < hash(right) ? -1 : 1
  })
  .slice(0, 200)
let good = 0
sample.forEach((record, index) => {
  if (holds(record.jws, index)) good += 1
})
expect('signatures that hold', sample.length, good)
rmSync(folder, { recursive: true, force: true })

const tool = hasOpenssl ? 'openssl' : 'node:crypto, openssl is not installed'
process.stdout.write(
  [
    `Recount (SQL, ${tool}): ${checked} children, ${records.length} records, ${certificates.length} certificates, ${good} of ${sample.length} signatures hold`,
    ...(faults.length === 0
      ? ['Recount agrees: nothing lost, nothing doubled.']
      : [
          `RECOUNT DISAGREES in ${faults.length} places:`,
          ...faults.slice(0, 20).map((fault) => `  ${fault}`),
        ]),
    '',
  ].join('\n'),
)
process.exitCode = faults.length === 0 ? 0 : 1
