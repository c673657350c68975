/** Where desks have their notifications sent. */
import { fromBase64Url, toBase64 } from '@tiemchung/core'
import type { Handler } from '@tiemchung/schemas'
import type { WebhookEndpoint } from '@tiemchung/schemas/wire'
import { one, type Queryable } from '../database/database.js'
import { newestNumber } from '../feedback/notifications.js'
import type { SandboxWorld } from '../world.js'

interface Row {
  readonly desk: Handler
  readonly url: string
}

/** An endpoint with its desk. */
export interface KnownEndpoint {
  readonly desk: Handler
  readonly endpoint: WebhookEndpoint
}

/** An endpoint and how its messages get on; its secret is not told again. */
export async function endpointOf(
  database: Queryable,
  id: WebhookEndpoint['id'],
): Promise<KnownEndpoint | undefined> {
  const row = await one<Row>(database, 'select desk, url from webhook_endpoint where id = $1', [id])
  if (row === undefined) return undefined
  const counts = await database.query<{ ended: string | null; count: string | number }>(
    'select ended, count(*) as count from webhook_delivery where endpoint = $1 group by ended',
    [id],
  )
  const count = (ended: string | null) =>
    Number(counts.find((known) => known.ended === ended)?.count ?? 0)
  const { desk, url } = row
  const [delivered, givenUp, waiting] = [count('delivered'), count('givenUp'), count(null)]
  return { desk, endpoint: { id, url, unit: desk.unit, delivered, waiting, givenUp } }
}

/** Opens an endpoint: what happens from now on is sent there. */
export async function openEndpoint(
  database: Queryable,
  world: SandboxWorld,
  { id, desk, url }: Row & Pick<WebhookEndpoint, 'id'>,
): Promise<WebhookEndpoint> {
  const secret = `whsec_${toBase64(fromBase64Url(world.newSecret()))}`
  await database.query(
    'insert into webhook_endpoint (id, desk, url, secret, behind) values ($1, $2::jsonb, $3, $4, $5)',
    [id, JSON.stringify(desk), url, secret, await newestNumber(database)],
  )
  return { id, url, unit: desk.unit, secret, delivered: 0, waiting: 0, givenUp: 0 }
}
