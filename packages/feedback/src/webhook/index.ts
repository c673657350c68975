export {
  type OpenedWebhook,
  openWebhook,
  type WebhookHeadersLike,
  type WebhookOptions,
} from './open-webhook.js'
export { type SignedAs, signWebhook, type WebhookHeaders } from './sign-webhook.js'
