import { existsSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { rooms } from '../house.js'
import type { Step } from './step.js'
import { resultOf, vitest } from './vitest-run.js'

interface Measure {
  readonly total: number
  readonly covered: number
}
type Metric = 'lines' | 'branches'
type Floors = Readonly<Record<string, Readonly<Record<Metric, number>>>>

const metrics: readonly Metric[] = ['lines', 'branches']

/** Lines and branches of each package, added up from vitest's table of files. */
function measured(root: string): Map<string, Record<Metric, Measure>> {
  const file = join(root, 'out/coverage/coverage-summary.json')
  const table = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<Metric, Measure>>
  const sums = new Map<string, Record<Metric, Measure>>()
  for (const [path, of] of Object.entries(table)) {
    const [top, folder] = relative(root, path).split(sep)
    if (top !== 'packages' || folder === undefined) continue
    const known = sums.get(folder)
    const add = (metric: Metric): Measure => ({
      total: (known?.[metric].total ?? 0) + of[metric].total,
      covered: (known?.[metric].covered ?? 0) + of[metric].covered,
    })
    sums.set(folder, { lines: add('lines'), branches: add('branches') })
  }
  return sums
}

function percent({ total, covered }: Measure): number {
  return total === 0 ? 100 : (covered / total) * 100
}

/** Packages below their floor, and packages without one. */
function coverageFaults(root: string): string[] {
  if (!existsSync(join(root, 'out/coverage/coverage-summary.json')))
    return ['no coverage was measured']
  const floors = JSON.parse(readFileSync(join(root, 'tools/check/coverage.json'), 'utf8')) as Floors
  const sums = measured(root)
  return rooms.flatMap(({ folder }) => {
    const floor = floors[folder]
    const sum = sums.get(folder)
    if (floor === undefined) return [`${folder}: no floor in tools/check/coverage.json`]
    if (sum === undefined) return [`${folder}: no source was measured`]
    return metrics
      .filter((metric) => percent(sum[metric]) < floor[metric])
      .map((metric) => {
        const { covered, total } = sum[metric]
        const reached = (Math.floor(percent(sum[metric]) * 100) / 100).toFixed(2)
        return `${folder}: ${metric} ${reached} % (${covered} of ${total}), floor ${floor[metric]} %`
      })
  })
}

/** Unit and property tests, with a floor of coverage for each package. */
export const unit: Step = {
  id: 'unit',
  title: 'unit and property tests with coverage (vitest)',
  async run(context) {
    const ended = await vitest(context, 'unit', [
      '--coverage',
      '--coverage.reportsDirectory=out/coverage',
      '--coverage.reporter=json-summary',
      '--coverage.reportOnFailure',
      '--exclude=tests/privacy/**',
    ])
    return resultOf(ended, coverageFaults(context.root))
  },
}
