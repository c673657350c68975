import type { AppContext } from './operation-spec.js'

/** The access token that a request carries, or undefined. */
export const bearerIn = (context: AppContext): string | undefined =>
  /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1]
