/** Random chains, sound ones and ones with a single fault, judged by ours and by `openssl verify`. */
import { type LongRun, type Opened, refused, value } from '../long-run.js'
import { accountOf, countsOf } from './account.js'
import { askOurs } from './ask-ours.js'
import { argumentsOf, openOpenssl, type Openssl } from './ask-openssl.js'
import { drawNumber, runId } from './draw-case.js'
import { explanations } from './explained.js'
import { faults, none } from './faults/all.js'
import { judge } from './judge.js'
import { filesOf, writeCase } from './write-case.js'

/** Who is asked; a test puts others in their places. */
export interface Sides {
  readonly ours: typeof askOurs
  readonly openssl: () => Openssl
}

/** The chain in PEM, what is changed in it, and the command that asks OpenSSL. */
function papersOf(seed: number, index: number): Record<string, string> {
  const { fault, plan } = drawNumber(seed, index)
  const files = filesOf(writeCase(plan))
  const command = `openssl ${argumentsOf(plan, files).join(' ')}`
  return { ...files, 'case.txt': `${fault.id}, to be ${fault.stands}\n${command}\n` }
}

function openedOf(ask: typeof askOurs, openssl: Openssl, seed: number): Opened {
  return {
    one: async (index) => {
      const { fault, plan } = drawNumber(seed, index)
      const papers = writeCase(plan)
      const ours = await ask(plan, papers)
      const theirs = await openssl.ask(plan, filesOf(papers))
      const judged = judge(fault, ours, theirs, explanations)
      return { ...(ours.accepts ? value : refused), counts: countsOf(fault, judged) }
    },
    note: () => openssl.version,
    papers: (index) => papersOf(seed, index),
    close: () => {
      openssl.close()
      return Promise.resolve()
    },
  }
}

/** The run over two sides: every difference is explained, and every explanation is needed. */
export function differentialOf({ ours, openssl }: Sides): LongRun {
  return {
    id: runId,
    title: 'X.509: as openssl verify says, or as a written row explains',
    cases: 10_000,
    open: async (seed) => openedOf(ours, openssl(), seed),
    account: accountOf([none, ...faults], explanations),
  }
}

/** Ours and the command on the PATH. */
export const differential = differentialOf({ ours: askOurs, openssl: () => openOpenssl() })
