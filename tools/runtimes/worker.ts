/** For workerd: answers a request that brings what is given. */
import { type Given, runPortable } from './portable.js'

export default {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await runPortable((await request.json()) as Given))
  },
}
