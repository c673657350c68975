/** What people do to an item, as commands that are run against the platform and against the reference. */
import { createHash, randomUUID } from 'node:crypto'
import { feedbackPolicy9458, readClock } from '@tiemchung/feedback/rules'
import * as fc from 'fast-check'
import { must } from '../long-run.js'
import { own, type Platform, type Reported } from './platform.js'
import { type Act, officers, type Reference } from './reference.js'

/** The platform, the item that it has, and what is counted. */
export interface Real {
  readonly platform: Platform
  readonly item: Reported
  readonly count: (what: string) => void
}

type Command = fc.AsyncCommand<Reference, Real>

/** The smallest picture that joins up. */
const picture = Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 3, 1, 0xff, 0xda, 0, 2, 0xff, 0xd9)

/** The platform's clock runs on while it answers; no limit is so near. */
const minute = 60_000

/** The item is what the reference says, its history whole, its clock where it must be. */
async function compare(model: Reference, { platform, item, count }: Real): Promise<void> {
  const seen = await platform.follow(item)
  const desks = (seen.openTo ?? [seen.handler]).map(({ level, unit }) => `${level} ${unit}`)
  const reading = readClock(seen, new Date(model.now + minute), feedbackPolicy9458.clock)
  const is = {
    state: seen.state,
    revision: seen.revision,
    actions: seen.events.map(({ action }) => action),
    desks,
    evidence: seen.evidence.length,
    supplements: seen.supplements.length,
    standing: [reading.standing, ...reading.escalatedTo],
  }
  const { state, revision, steps, evidence, supplements } = model
  const shouldBe = {
    ...{ state, revision, actions: steps.map(({ action }) => action) },
    ...{ desks: model.desks.at(-1), evidence, supplements, standing: model.standing() },
  }
  const [told, wanted] = [JSON.stringify(is), JSON.stringify(shouldBe)]
  must(told === wanted, `the item is ${told}, not ${wanted}`)
  count(`standing: ${reading.standing}`)
}

/** A command that the platform answers with the status that the reference gives. */
function command(
  name: string,
  told: (model: Reference) => number,
  sent: (model: Reference, real: Real) => Promise<{ readonly status: number }>,
): Command {
  return {
    check: () => true,
    toString: () => name,
    run: async (model, real) => {
      const { status } = await sent(model, real)
      const expected = told(model)
      must(status === expected, `${name} is answered with ${status}, not ${expected}`)
      real.count(`${name.split(' ')[0] ?? name}: ${status}`)
      await compare(model, real)
    },
  }
}

const post = ({ platform, item }: Real, verb: string, body: unknown, headers = own(item)) =>
  platform.ask('POST', `/v1/feedback/${item.id}/${verb}`, { body, headers })

const confirm = (right: boolean): Command =>
  command(
    right ? 'confirm' : 'confirm wrongly',
    (model) => model.confirm(right),
    (_, real) => {
      const wrong = real.item.code === '000000' ? '000001' : '000000'
      return post(real, 'confirmation', { code: right ? real.item.code : wrong }, {})
    },
  )

const supplement = command(
  'supplement',
  (model) => model.supplement(),
  (_, real) => post(real, 'supplements', { claimed: { doseNumber: 1 } }),
)

const withdraw = command(
  'withdraw',
  (model) => model.withdraw(),
  (_, real) => post(real, 'withdrawal', {}),
)

const attach = command(
  'attach',
  (model) => model.attach(),
  (_, { platform, item }) => {
    const digest = createHash('sha256').update(picture).digest('base64')
    return platform.ask('PUT', `/v1/feedback/${item.id}/evidence/${randomUUID()}`, {
      raw: picture,
      headers: {
        ...own(item),
        'content-type': 'image/jpeg',
        'content-digest': `sha-256=:${digest}:`,
      },
    })
  },
)

/** What an officer does, said before it is known who has the item and which revision they will have seen. */
export interface Intent extends Omit<Act, 'revision'> {
  /** In place of the officer that is named, one of a desk that has the item then: the first, the second. */
  readonly own: 0 | 1 | undefined
  /** How many revisions ago they looked. */
  readonly ago: number
}

function actOf({ ago, own: turn, ...intent }: Intent, model: Reference): Act {
  const may = model.desks.at(-1) ?? []
  const names = Object.keys(officers).filter((name) => may.includes(officers[name] ?? ''))
  const officer = turn === undefined ? intent.officer : names[turn % names.length]
  return {
    ...intent,
    officer: officer ?? intent.officer,
    revision: Math.max(0, model.revision - ago),
  }
}

function send(real: Real, { officer, verb, to, revision }: Act) {
  const headers = real.platform.as(officer)
  const [level = '', unit = ''] = to.split(' ')
  if (verb === 'take') return post(real, 'take', { revision }, headers)
  if (verb === 'pass-on') return post(real, 'pass-on', { revision, to: { level, unit } }, headers)
  if (verb === 'question')
    return post(real, 'question', { revision, asks: 'Xin bổ sung.' }, headers)
  const reason = verb === 'rejected' ? { reason: 'photo-unreadable' } : {}
  return post(real, 'decision', { revision, decision: { outcome: verb, ...reason } }, headers)
}

const nameOf = ({ verb, officer, to, ago, own: turn }: Intent): string =>
  `${verb} by ${turn === undefined ? officer : `officer ${turn} of its desk`}${verb === 'pass-on' ? ` to ${to}` : ''}${ago === 0 ? '' : ` ${ago} late`}`

const act = (intent: Intent): Command => ({
  check: () => true,
  toString: () => nameOf(intent),
  run: (model, real) => {
    const done = actOf(intent, model)
    const one = command(
      nameOf(intent),
      (on) => on.act(done),
      () => send(real, done),
    )
    return one.run(model, real)
  },
})

/** Two officers at once: as if one had been first, whichever. */
const both = (one: Intent, other: Intent): Command => ({
  check: () => true,
  toString: () => `at once: ${nameOf(one)}, ${nameOf(other)}`,
  run: async (model, real) => {
    const [left, right] = [actOf(one, model), actOf(other, model)]
    const answers = await Promise.all([send(real, left), send(real, right)])
    const told = answers.map(({ status }) => status).join(' ')
    const [straight, turned] = [model.clone(), model.clone()]
    const inOrder = [straight.act(left), straight.act(right)].join(' ')
    const last = turned.act(right)
    const outOfOrder = [turned.act(left), last].join(' ')
    const fits = told === inOrder ? left : right
    must(
      told === inOrder || told === outOfOrder,
      `at once: ${told}, not ${inOrder} or ${outOfOrder}`,
    )
    real.count(`at once: ${told.split(' ').sort().join(' ')}`)
    model.act(fits)
    model.act(fits === left ? right : left)
    await compare(model, real)
  },
})

/** The clock jumps. By multiples of seven hours no limit is met to the second. */
const wait = (sevens: number): Command => ({
  check: (model) => model.now < Date.parse('2022-05-28T01:00:00Z'),
  toString: () => `wait ${sevens * 7} hours`,
  run: async (model, real) => {
    model.now += sevens * 7 * 3_600_000
    real.platform.sandbox.setClock(new Date(model.now))
    await compare(model, real)
  },
})

const desks = [...new Set(Object.values(officers))]
const intent: fc.Arbitrary<Intent> = fc.record({
  officer: fc.constantFrom(...Object.keys(officers)),
  own: fc.constantFrom<Intent['own'][]>(undefined, 0, 0, 1),
  verb: fc.constantFrom<Act['verb']>(
    ...(['take', 'take', 'pass-on', 'question', 'approved', 'later', 'rejected'] as const),
  ),
  to: fc.constantFrom(...desks),
  ago: fc.constantFrom(0, 0, 0, 0, 1, 2),
})

/** The item's reporter confirms it, before anything else is done to it. */
export const confirmFirst = (model: Reference, real: Real): Promise<void> =>
  confirm(true).run(model, real)

/** Sequences of what people do. */
export const sequences: fc.Arbitrary<Iterable<Command>> = fc.commands(
  [
    fc.boolean().map((wrong) => confirm(!wrong)),
    fc.constantFrom(supplement, supplement, supplement, attach, attach, withdraw),
    ...[0, 1, 2, 3, 4].map(() => intent.map(act)),
    ...[0, 1].map(() => fc.tuple(intent, intent).map(([one, other]) => both(one, other))),
    fc.integer({ min: 1, max: 5 }).map(wait),
  ],
  { maxCommands: 30, size: 'max' },
)
