/**
 * A facility's own process: opens its day, does what it is asked, says how far it is. It has its own
 * store, account, key and papers, and knows nothing of the other facilities. Killed and started again,
 * it goes on.
 */
import process from 'node:process'
import { parseInstant } from '@tiemchung/core'
import { amendSex, recordOf } from './amend.js'
import type { Call, CallName, Calls, FacilityStart, Said } from './calls.js'
import { correctClaims, handOver, takeBack } from './correct.js'
import { type Facility, openFacility } from './facility.js'
import { give } from './give.js'
import { judge } from './judge.js'
import { match } from './match.js'
import { report } from './report.js'
import { seal } from './seal.js'
import { send } from './send.js'
import { standing } from './standing.js'

type Verbs = {
  readonly [Name in CallName]: (
    facility: Facility,
    input: Calls[Name]['input'],
  ) => Promise<Calls[Name]['output']>
}

const verbs: Verbs = {
  setClock: ({ clock }, at) => {
    clock.moveTo(parseInstant(at))
    return Promise.resolve(null)
  },
  list: ({ day }, children) => day.list(children),
  judge,
  match,
  handOver,
  takeBack,
  correctClaims,
  give,
  seal,
  send,
  recordOf,
  amendSex,
  report,
  standing,
  close: async ({ store }) => {
    await store.close()
    return null
  },
}

const say = (said: Said): void => {
  process.send?.(said)
}

const start = JSON.parse(process.argv[2] ?? '{}') as FacilityStart
const opening = openFacility(start, (label, done, total) =>
  say({ kind: 'progress', label, done, total }),
)

async function answer({ call, name, input }: Call): Promise<void> {
  try {
    const verb = verbs[name] as (facility: Facility, input: unknown) => Promise<unknown>
    say({ kind: 'answer', call, output: await verb(await opening, input) })
  } catch (caught) {
    // A stack of ours names no person: errors carry codes and paths.
    const message = caught instanceof Error ? (caught.stack ?? caught.message) : String(caught)
    say({ kind: 'failure', call, message })
  }
}

process.on('message', (call: Call) => {
  // Who cannot be answered any more has gone away.
  answer(call).catch(() => process.exit(1))
})

process.on('disconnect', () => process.exit())
