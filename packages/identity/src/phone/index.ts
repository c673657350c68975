export { type PhoneReading, readPhone } from './read-phone.js'
