/**
 * Recounts a drain from what it left behind: `recount.mjs JOURNAL DATABASE-URL ENTERED-BY`. It knows the clinic's journal as a file
 * format and the platform's tables as SQL, and shares no code with either. Prints one line of JSON.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { argv, stdout } from 'node:process'
import { crc32 } from 'node:zlib'

const [journal, url, enteredBy] = argv.slice(2)
const sandbox = createRequire(new URL('../../../packages/sandbox/package.json', import.meta.url))
const { Client } = sandbox('pg')

/** The last word of the journal on each operation; every line has to have its own checksum. */
function readOperations() {
  const last = new Map()
  let damaged = 0
  for (const line of readFileSync(journal, 'utf8').split('\n').slice(0, -1)) {
    const [sum, body] = [line.slice(0, 8), line.slice(9)]
    if (crc32(body).toString(16).padStart(8, '0') !== sum) {
      damaged += 1
      continue
    }
    // The head is an object; before a batch stand the journal's id, the line's place and what was flushed.
    if (body.startsWith('{')) continue
    const batch = body.slice(body.indexOf('['))
    for (const [collection, id, value] of JSON.parse(batch)) {
      if (collection === 'outbox') last.set(id, value)
    }
  }
  return { operations: [...last.values()], damaged }
}

async function readRecords() {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `select id, receipt, person_key, dose_number from record where document->>'enteredBy' = $1`,
    [enteredBy],
  )
  await client.end()
  return rows
}

const { operations, damaged } = readOperations()
const records = await readRecords()
const byId = new Map(records.map((one) => [one.id, one]))
const subjects = new Set(operations.map((one) => one.subject))
const doses = new Set(records.map((one) => `${one.person_key} ${one.dose_number}`))
const open = operations.filter((one) => one.state !== 'acknowledged')
const wrongReceipt = operations.filter(
  (one) => one.acknowledgement?.serverId !== byId.get(one.subject)?.receipt?.serverId,
)
const result = {
  operations: operations.length,
  records: records.length,
  lost: [...subjects].filter((id) => !byId.has(id)).length,
  unknown: records.filter((one) => !subjects.has(one.id)).length,
  doubled: records.length - doses.size + operations.length - subjects.size,
  open: open.length,
  wrongReceipt: wrongReceipt.length,
  damaged,
}
stdout.write(`${JSON.stringify(result)}\n`)
