/** For those who write signers: what keys in files, in tokens and at providers have in common. */
export { algorithmFor } from './algorithm-for.js'
export { askSecret } from './ask-secret.js'
export { orderChain } from './order-chain.js'
export { passwordForms } from './password-forms.js'
