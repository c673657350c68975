import { readFileSync } from 'node:fs'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { type Packed, pack } from '../pack.js'
import { linesOf, runNode, toolIn } from './command.js'
import { inLanes } from './lanes.js'
import { failedStep, passedStep, type Step } from './step.js'

const resolutions = ['node10', 'node16-cjs', 'node16-esm', 'bundler'] as const

/** What is read of are-the-types-wrong's JSON. */
interface Analysis {
  readonly entrypoints: Readonly<
    Record<string, { readonly resolutions: Readonly<Record<string, { resolution?: object }>> }>
  >
  readonly problems: readonly {
    readonly kind: string
    readonly entrypoint?: string
    readonly resolutionKind?: string
    readonly typesFileName?: string
  }[]
}

interface Findings {
  readonly rows: readonly string[]
  readonly faults: readonly string[]
}

async function typeFindings(root: string, { place, tarball }: Packed): Promise<Findings> {
  const attw = toolIn(root, '@arethetypeswrong/cli/dist/index.js')
  const ran = await runNode([attw, tarball, '--format', 'json'], { cwd: root })
  let analysis: Analysis
  try {
    analysis = (JSON.parse(ran.stdout) as { analysis: Analysis }).analysis
  } catch {
    return { rows: [], faults: [`${place.name}: attw gave no answer`, ...linesOf(ran).slice(0, 5)] }
  }
  // Files of data have no types; that they are there is for the check of the tarballs.
  const entries = Object.entries(analysis.entrypoints).filter(([path]) => !path.includes('*'))
  const rows = entries.map(([subpath, entry]) => {
    const cells = resolutions.map((kind) => {
      const wrong = analysis.problems.filter(
        (problem) => problem.entrypoint === subpath && problem.resolutionKind === kind,
      )
      if (wrong.length > 0) return wrong.map((problem) => problem.kind).join('+')
      return entry.resolutions[kind]?.resolution === undefined ? 'not found' : 'ok'
    })
    const name = subpath === '.' ? place.name : `${place.name}${subpath.slice(1)}`
    return [name.padEnd(38), ...cells.map((cell) => cell.padEnd(11))].join(' ')
  })
  const faults = analysis.problems.map((problem) => {
    const where = [problem.entrypoint, problem.resolutionKind, problem.typesFileName]
    return `${place.name}: ${problem.kind} (${where.filter(Boolean).join(', ')})`
  })
  const lost = rows.filter((row) => row.includes('not found'))
  return { rows, faults: [...faults, ...lost] }
}

async function manifestFindings({ place, tarball, files }: Packed): Promise<readonly string[]> {
  const bytes = new Uint8Array(readFileSync(tarball))
  const { messages } = await publint({ pack: { tarball: bytes.buffer }, strict: true })
  const manifest = JSON.parse(files.get('package.json')?.toString('utf8') ?? '{}') as object
  return messages.map((message) => {
    const says = formatMessage(message, manifest, { color: false }) ?? message.code
    return `${place.name}: publint ${message.type}: ${says}`
  })
}

/** Every entry resolves, with types of the right kind, for every way of importing it. */
export const exports: Step = {
  id: 'exports',
  title: 'the packed entries resolve in every mode (publint, are-the-types-wrong)',
  async run({ root, say }) {
    const { packed } = await pack(root)
    say(['entry'.padEnd(38), ...resolutions.map((kind) => kind.padEnd(11))].join(' '))
    const types = await inLanes(packed, (one) => typeFindings(root, one))
    const manifests = await inLanes(packed, manifestFindings)
    const rows = types.flatMap((one) => one.rows)
    for (const row of rows) say(row)
    say(`publint --strict: ${packed.length} packages, ${manifests.flat().length} messages`)
    const faults = [...types.flatMap((one) => one.faults), ...manifests.flat()]
    if (packed.length === 0) return failedStep('nothing was packed; see the step pack')
    if (faults.length > 0) return failedStep(`${faults.length} faults`, faults)
    return passedStep(`${rows.length} entries in ${resolutions.length} modes`)
  },
}
