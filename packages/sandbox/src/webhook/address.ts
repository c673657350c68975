const thisMachine: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/** Whether messages may be sent to an address: https, or http on this machine; nobody's password in it. */
export function isWebhookAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && thisMachine.includes(hostname))
}
