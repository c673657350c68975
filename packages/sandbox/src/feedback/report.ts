/** How a unit and those below it stand with their feedback. */
import { type FeedbackReport, feedbackReport, type FeedbackUnit } from '@tiemchung/feedback/report'
import type { FeedbackItem, Handler } from '@tiemchung/schemas'
import { tokenLife } from '../account/sessions.js'
import { deskOf } from '../authorisation/desk.js'
import { rolesOf } from '../authorisation/table.js'
import type { Role } from '@tiemchung/schemas/wire'
import type { Queryable } from '../database/database.js'
import type { Services } from '../services.js'
import { policy } from './items.js'
import { type Unit, unitsBelow, unitsOf } from './units.js'

const atOnce = 500

interface LogIn {
  readonly role: Role
  readonly unit: string | null
  readonly until: string | Date
}

/** When anybody of a desk opened a session last. */
async function lastLogIns(database: Queryable): Promise<ReadonlyMap<string, Date>> {
  const rows = await database.query<LogIn>(
    `select role, unit, max(expires_at) as until from session
     join account on account.name = session.account where role = any($1) group by role, unit`,
    [rolesOf('feedback.handle')],
  )
  const last = new Map<string, Date>()
  for (const { role, unit, until } of rows) {
    const desk = deskOf({ name: '', role, unit: unit ?? undefined })
    const at = new Date(new Date(until).getTime() - tokenLife)
    const key = `${desk.level} ${desk.unit}`
    if (at > (last.get(key) ?? new Date(0))) last.set(key, at)
  }
  return last
}

const unitWith = (unit: Unit, last: ReadonlyMap<string, Date>): FeedbackUnit => {
  const lastLogIn = last.get(`${unit.level} ${unit.unit}`)
  return lastLogIn === undefined ? unit : { ...unit, lastLogIn }
}

/** The items of some desks, of all where none are named, a few at a time. */
async function* itemsOf(
  database: Queryable,
  desks: readonly Handler[] | undefined,
): AsyncGenerator<FeedbackItem> {
  let after = ''
  for (;;) {
    const rows = await database.query<{ item: FeedbackItem }>(
      `select item from feedback
       where id::text > $1 and item ? 'receivedAt'
         and ($2::jsonb is null or $2::jsonb @> jsonb_build_array(item->'handler'))
       order by id::text limit $3`,
      [after, desks === undefined ? null : JSON.stringify(desks), atOnce],
    )
    for (const { item } of rows) yield item
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.item.id
  }
}

/** The report of a desk's unit and of all below it, by the clock of the sandbox. */
export async function reportFor(
  { database, world }: Services,
  desk: Handler,
): Promise<FeedbackReport> {
  const below = unitsBelow(await unitsOf(database), desk)
  const last = await lastLogIns(database)
  const all = desk.level === 'ministry'
  const desks = below.map(({ level, unit }) => ({ level, unit }))
  return feedbackReport(itemsOf(database, all ? undefined : desks), {
    at: world.clock.now(),
    policy,
    units: below.map((unit) => unitWith(unit, last)),
  })
}
