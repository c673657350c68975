/** The one importer of @peculiar/x509. Its polyfill must be loaded before it, hence the order. */
import 'reflect-metadata'

export * as peculiar from '@peculiar/x509'
