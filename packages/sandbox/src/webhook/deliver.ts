/** Sends notifications to webhook endpoints (Standard Webhooks 1.0), again and again until they arrive. */
import { systemCrypto } from '@tiemchung/core/crypto'
import { signWebhook } from '@tiemchung/feedback/webhook'
import type { FeedbackNotification } from '@tiemchung/schemas/wire'
import type { Services } from '../services.js'

/** What came of a round of deliveries. */
export interface WebhookDeliveries {
  readonly delivered: number
  /** Not arrived, and due again later. */
  readonly failed: number
  /** Not arrived, and not sent any more. */
  readonly givenUp: number
}

type Outcome = keyof WebhookDeliveries

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How long after each failed try the next one is due. */
const backoff: readonly number[] = [
  ...[5 * second, 30 * second, 2 * minute, 10 * minute],
  ...[30 * minute, 2 * hour, 6 * hour, 12 * hour],
]

/** For so long a message is with the one who sends it; should that one die, it is due again. */
const lease = 5 * minute
const atOnce = 10

interface Due {
  readonly endpoint: string
  readonly number: string | number
  readonly tries: number
  readonly url: string
  readonly secret: string
  readonly id: string
  readonly body: FeedbackNotification
}

const later = ({ world }: Services, milliseconds: number): string =>
  new Date(world.clock.now().getTime() + milliseconds).toISOString()

/** Writes down for each endpoint what its desk has been told since. */
function enlist(services: Services): Promise<void> {
  return services.database.transaction(async (inside) => {
    await inside.query(
      `insert into webhook_delivery (endpoint, number, next_at)
       select webhook_endpoint.id, number, $1 from webhook_endpoint
       join feedback_notification on number > behind and desks @> jsonb_build_array(desk)`,
      [later(services, 0)],
    )
    await inside.query(
      `update webhook_endpoint
       set behind = greatest(behind, (select max(number) from feedback_notification))`,
    )
  })
}

/** Messages that are due, so marked that nobody else sends them meanwhile. */
function claim(services: Services): Promise<readonly Due[]> {
  return services.database.transaction((inside) =>
    inside.query<Due>(
      `update webhook_delivery as due set tries = tries + 1, next_at = $2
       from webhook_endpoint, feedback_notification
       where webhook_endpoint.id = due.endpoint and feedback_notification.number = due.number
         and (due.endpoint, due.number) in (
           select endpoint, number from webhook_delivery
           where ended is null and next_at <= $1 order by next_at, number limit $3)
       returning due.endpoint, due.number, tries, url, secret, feedback_notification.id, body`,
      [later(services, 0), later(services, lease), atOnce],
    ),
  )
}

async function arrives({ world }: Services, due: Due): Promise<boolean> {
  const body = JSON.stringify(due.body)
  const signedAs = { secret: due.secret, id: due.id, at: world.clock.now() }
  const signature = await signWebhook(body, signedAs, { crypto: systemCrypto })
  const headers = { 'content-type': 'application/json', ...signature }
  const status = await world.send(due.url, body, headers)
  return status !== undefined && status >= 200 && status < 300
}

async function sendOne(services: Services, due: Due): Promise<Outcome> {
  const arrived = await arrives(services, due)
  const wait = backoff[due.tries - 1]
  const outcome: Outcome = arrived ? 'delivered' : wait === undefined ? 'givenUp' : 'failed'
  await services.database.query(
    'update webhook_delivery set ended = $3, next_at = $4 where endpoint = $1 and number = $2',
    [
      due.endpoint,
      due.number,
      outcome === 'failed' ? null : outcome,
      later(services, outcome === 'failed' ? (wait ?? 0) : 0),
    ],
  )
  return outcome
}

/** Sends everything that is due by the sandbox's clock, oldest first. */
export async function deliverWebhooks(services: Services): Promise<WebhookDeliveries> {
  const counts = { delivered: 0, failed: 0, givenUp: 0 }
  await enlist(services)
  for (let due = await claim(services); due.length > 0; due = await claim(services)) {
    const inOrder = [...due].sort((one, other) => Number(one.number) - Number(other.number))
    for (const message of inOrder) counts[await sendOne(services, message)] += 1
  }
  return counts
}
