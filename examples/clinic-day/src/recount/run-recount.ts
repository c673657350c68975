import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { DayOutcome } from '../day/run-day.js'
import type { DayTable } from '../table/day-table.js'
import type { Language } from '../show/words.js'

/** What the independent script said. */
export interface Recounted {
  readonly agrees: boolean
  readonly lines: readonly string[]
}

/** What the demo claims, and nothing of how it came to it. */
async function writeClaims(out: string, outcome: DayOutcome, table: DayTable): Promise<void> {
  const claims = {
    rows: [...table.stages, ...table.beside],
    fates: table.fates,
    identities: outcome.identities,
    entries: outcome.entries,
    amended: outcome.feedback.amended,
  }
  await writeFile(join(out, 'claims.json'), JSON.stringify(claims))
}

/**
 * Hands the claims to a script that knows none of our packages: it reads the platform's database and the
 * truth file child by child, and checks every signature and chain with openssl where it is installed.
 */
export async function recount(
  out: string,
  outcome: DayOutcome,
  table: DayTable,
  language: Language,
): Promise<Recounted> {
  await writeClaims(out, outcome, table)
  const script = fileURLToPath(new URL('./recount.js', import.meta.url))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, out, language], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ agrees: code === 0, lines: text.trimEnd().split('\n') })
    })
  })
}
