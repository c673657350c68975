/** What `openssl verify` says of a case: one process for each, in a folder of its own. */
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Broken } from '../long-run.js'
import { type CasePlan, purposes } from './plan.js'

/** A verdict and what it rests on. */
export interface Answer {
  readonly accepts: boolean
  /** Why not, in short and stable terms. */
  readonly reasons: readonly string[]
}

/** Says of a question and its files what OpenSSL says. */
export interface Openssl {
  readonly version: string
  ask(plan: CasePlan, files: Readonly<Record<string, string>>): Promise<Answer>
  close(): void
}

/** The arguments of the command for a question with these files. */
export function argumentsOf(
  { at, shape, policy, lists }: CasePlan,
  files: Readonly<Record<string, string>>,
): readonly string[] {
  const { acceptable = [], explicit, inhibitAny, inhibitMapping } = policy ?? {}
  return [
    'verify',
    '-x509_strict',
    '-policy_check',
    // An anchor is one whoever signed it.
    '-partial_chain',
    // SHA-1 and RSA below 2048 bits are refused from here on.
    ...['-auth_level', '2'],
    ...['-attime', String(at.getTime() / 1000)],
    ...['-trusted', 'anchor.pem'],
    ...('untrusted.pem' in files ? ['-untrusted', 'untrusted.pem'] : []),
    ...(shape.purpose === undefined ? [] : ['-purpose', purposes[shape.purpose].option]),
    ...acceptable.flatMap((one) => ['-policy', one]),
    ...(explicit === true ? ['-explicit_policy'] : []),
    ...(inhibitAny === true ? ['-inhibit_any'] : []),
    ...(inhibitMapping === true ? ['-inhibit_map'] : []),
    ...(shape.lists ? ['-crl_check_all'] : []),
    ...(lists.length === 0 ? [] : ['-CRLfile', 'lists.pem']),
    'leaf.pem',
  ]
}

/** The errors that a refusal names: `error 20 at 0 depth lookup`, or that a file cannot be read. */
function reasonsOf(said: string): readonly string[] {
  const numbers = [...said.matchAll(/^error (\d+) at \d+ depth lookup/gm)]
  if (numbers.length > 0) return numbers.map(([, number]) => `error ${number ?? ''}`)
  if (/^Unable to load|^Could not (?:open|read|find)/im.test(said)) return ['unreadable']
  return [`other: ${said.slice(0, 300).replaceAll('\n', ' | ')}`]
}

/** Looks for the command, and makes a folder to work in. */
export function openOpenssl(command = 'openssl'): Openssl {
  const found = spawnSync(command, ['version'])
  if (found.status !== 0) {
    throw new Broken(
      `the command ${command} is not on the PATH, and nothing can be compared without it`,
    )
  }
  const cwd = mkdtempSync(join(tmpdir(), 'differential-'))
  return {
    version: found.stdout.toString().split(' ').slice(0, 2).join(' '),
    ask: (plan, files) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
      return new Promise((resolve, reject) => {
        execFile(command, argumentsOf(plan, files), { cwd }, (error, stdout, stderr) => {
          const said = `${stdout}${stderr}`
          if (error === null) resolve({ accepts: true, reasons: [] })
          else if (typeof error.code === 'number')
            resolve({ accepts: false, reasons: reasonsOf(said) })
          else reject(new Error(`${command} ended with ${error.signal ?? error.message}`))
        })
      })
    },
    close: () => {
      rmSync(cwd, { recursive: true })
    },
  }
}
