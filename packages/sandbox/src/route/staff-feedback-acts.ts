import type { Uuid } from '@tiemchung/core'
import { isWith, mayPassOn, mayTake } from '@tiemchung/feedback/rules'
import {
  type FeedbackAction,
  type FeedbackDecision,
  type FeedbackItem,
  feedbackItemSchema,
  type Handler,
  uuidSchema,
} from '@tiemchung/schemas'
import {
  askFeedbackSchema,
  decideFeedbackSchema,
  passOnFeedbackSchema,
  resolveFeedbackSchema,
  takeFeedbackSchema,
} from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App, ProblemAnswer } from '../app/operation-spec.js'
import type { Queryable } from '../database/database.js'
import { advanceCorrection, withStep } from '../feedback/advance-correction.js'
import { amendmentUnder } from '../feedback/amendment.js'
import { hadAt } from '../feedback/desk.js'
import { after, largestText, load, policy, save } from '../feedback/items.js'
import { isUnit, unitsOf } from '../feedback/units.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

/** Who acts, and for whom. */
interface Officer {
  readonly officer: string
  readonly desk: Handler
}

/** What an act stands on beside the item. */
interface Ground extends Officer {
  readonly services: Services
  readonly database: Queryable
}

/** What an officer does to an item: the body says it, `next` is the item that comes of it. */
interface Act<Body extends z.ZodType> {
  readonly verb: string
  readonly id: string
  readonly summary: string
  readonly description: string
  readonly body: Body
  readonly problems?: readonly ProblemAnswer[]
  readonly mayAct: (item: FeedbackItem, desk: Handler) => boolean
  readonly next: (
    item: FeedbackItem,
    body: z.output<Body>,
    on: Ground,
  ) => FeedbackItem | Promise<FeedbackItem>
  /** What the platform does in consequence. */
  readonly then?: (item: FeedbackItem, on: Ground) => Promise<FeedbackItem>
}

/**
 * The item that an officer acts on.
 *
 * @throws Problem `platform.conflict` with the item as it stands, when somebody acted on it since the officer
 *   looked; `platform.forbidden` when it was not for their desk then either
 */
async function looked<Body extends z.ZodType>(
  database: Queryable,
  id: string,
  revision: number,
  { desk, mayAct }: Officer & Pick<Act<Body>, 'mayAct'>,
): Promise<FeedbackItem> {
  const { item } = await load(database, id)
  const mine = mayAct(item, desk)
  const had = revision < item.revision && hadAt(item, revision, desk)
  if (item.receivedAt === undefined || !(mine || had)) {
    throw new Problem(403, 'platform.forbidden')
  }
  if (item.revision !== revision) throw new Problem(409, 'platform.conflict', { current: item })
  return item
}

function actRoute<Body extends z.ZodType<{ revision: number }>>(
  app: App,
  services: Services,
  act: Act<Body>,
): void {
  addOperation(app, services, {
    method: 'post',
    path: `/v1/feedback/{id}/${act.verb}`,
    id: act.id,
    summary: act.summary,
    description: act.description,
    problems: [[404, 'platform.not-found'], [409, 'platform.conflict'], ...(act.problems ?? [])],
    tag: 'feedback',
    action: 'feedback.handle',
    params: z.object({ id: uuidSchema }),
    body: act.body,
    largest: largestText,
    status: 200,
    answer: feedbackItemSchema,
    handle: async ({ database, params, body, account, scope }) => {
      const who: Officer = { officer: account.name, desk: scope.desk }
      const by = { ...who, mayAct: act.mayAct }
      const item = await looked(database, params.id, body.revision, by)
      const ground: Ground = { ...who, services, database }
      const next = await act.next(item, body, ground)
      const saved = next === item ? item : await save(services, database, item, next)
      return act.then === undefined ? saved : act.then(saved, ground)
    },
  })
}

const actionOf: Readonly<Record<FeedbackDecision['outcome'], FeedbackAction>> = {
  approved: 'approve',
  later: 'postpone',
  rejected: 'reject',
}

const advance = ({ id }: FeedbackItem, { services, database }: Ground): Promise<FeedbackItem> =>
  advanceCorrection(services, database, id)

const take: Act<typeof takeFeedbackSchema> = {
  verb: 'take',
  id: 'takeFeedback',
  summary: 'Take an item into review',
  description:
    'The revision says which state the officer saw; another one is a conflict, and the item as it stands comes with it. Who takes an item from a daily list becomes its handler.',
  body: takeFeedbackSchema,
  mayAct: mayTake,
  next: ({ openTo, ...item }, _, { services, officer, desk }) => {
    const picked = openTo === undefined ? {} : { handler: desk }
    return after(services, item, 'take', { officer, ...picked })
  },
}

const passOn: Act<typeof passOnFeedbackSchema> = {
  verb: 'pass-on',
  id: 'passOnFeedback',
  summary: 'Pass an item on to another desk',
  description:
    'To a unit of the platform, of a level to which one’s own may pass items. It is with that desk from then on, and the clock runs on.',
  body: passOnFeedbackSchema,
  problems: [[422, 'platform.feedback.desk']],
  mayAct: mayTake,
  next: async ({ openTo: _, ...item }, { to }, { services, database, officer, desk }) => {
    const known = isUnit(await unitsOf(database), to)
    if (!known || !mayPassOn(desk, to, policy)) throw new Problem(422, 'platform.feedback.desk')
    return after(services, item, 'pass-on', { officer, handler: to })
  },
}

const ask: Act<typeof askFeedbackSchema> = {
  verb: 'question',
  id: 'askFeedback',
  summary: 'Ask the reporter for more',
  description: 'In words for the reporter, who is shown them. The clock runs on.',
  body: askFeedbackSchema,
  mayAct: isWith,
  next: (item, { asks }, { services, officer }) => after(services, item, 'ask', { officer, asks }),
}

const decide: Act<typeof decideFeedbackSchema> = {
  verb: 'decision',
  id: 'decideFeedback',
  summary: 'Decide',
  description:
    'Approve, postpone or reject; a rejection names one of the reasons of 9458/BYT-CNTT.',
  body: decideFeedbackSchema,
  mayAct: isWith,
  next: (item, { decision }, { services, officer }) =>
    after(services, item, actionOf[decision.outcome], { officer, decision }),
  then: advance,
}

/**
 * The item with the amendment that an officer names.
 *
 * @throws Problem `platform.feedback.amendment` when the platform has none under this id that amends what is
 *   reported; `platform.conflict` when another one is named already
 */
async function named(
  item: FeedbackItem,
  amendmentId: Uuid,
  { services, database, officer }: Ground,
): Promise<FeedbackItem> {
  if (item.amendmentId === amendmentId && item.state === 'approved') return item
  if (item.amendmentId !== undefined) throw new Problem(409, 'platform.conflict', { current: item })
  const done = { step: 'amended', outcome: 'done', made: amendmentId } as const
  const next = withStep(services, item, done, { officer })
  const amendment = await amendmentUnder(database, item, amendmentId)
  if (amendment === undefined) throw new Problem(422, 'platform.feedback.amendment')
  return { ...next, amendmentId }
}

const resolve: Act<typeof resolveFeedbackSchema> = {
  verb: 'resolution',
  id: 'resolveFeedback',
  summary: 'Say which amendment it led to',
  description:
    'For an amendment that does not name the item itself. What was done is entered; the item is resolved when nothing is left to do, now or later.',
  body: resolveFeedbackSchema,
  problems: [[422, 'platform.feedback.amendment']],
  mayAct: isWith,
  next: (item, { amendmentId }, on) => named(item, amendmentId, on),
  then: advance,
}

/** What officers do to an item. */
export function feedbackActRoutes(app: App, services: Services): void {
  actRoute(app, services, take)
  actRoute(app, services, passOn)
  actRoute(app, services, ask)
  actRoute(app, services, decide)
  actRoute(app, services, resolve)
}
