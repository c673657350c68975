import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DayOutcome } from '../day/run-day.js'

/** What the independent script said. */
export interface Recounted {
  readonly faults: number
  readonly lines: readonly string[]
}

/**
 * Hands the table to a script that knows none of our packages: it counts the platform's database and
 * the truth file child by child, and checks signatures with openssl where it is installed.
 */
export async function recount(out: string, outcome: DayOutcome): Promise<Recounted> {
  await writeFile(join(out, 'claims.json'), JSON.stringify({ rows: outcome.rows }))
  const script = fileURLToPath(new URL('./recount.mjs', import.meta.url))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, out], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ faults: code === 0 ? 0 : 1, lines: text.trimEnd().split('\n') })
    })
  })
}
