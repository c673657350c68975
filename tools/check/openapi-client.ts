import { clientFaults } from '../openapi/generated-client.js'
import { failedStep, passedStep, type Step } from './step.js'

/** A stranger's generator can work with the OpenAPI document, and what it makes works with the platform. */
export const openapiClient: Step = {
  id: 'openapi-client',
  title: 'a client generated of the OpenAPI document works (openapi-typescript, openapi-fetch)',
  async run({ root }) {
    const faults = await clientFaults(root)
    if (faults.length > 0) return failedStep('the generated client fails', faults)
    return passedStep('reported, confirmed, read the queue, took, decided, followed')
  },
}
