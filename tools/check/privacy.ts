import type { Step } from './step.js'
import { resultOf, vitest } from './vitest-run.js'

/** A marked person goes through every public function and comes out in no error and no log. */
export const privacy: Step = {
  id: 'privacy',
  title: 'no person in any message, stack, JSON or log (canary)',
  async run(context) {
    return resultOf(await vitest(context, 'privacy', ['tests/privacy']), [])
  },
}
