import { config } from 'zod'

// The content policy forbids code made from text, which is how zod speeds itself up; it asks when a shape is made,
// so this must be read before any shape of the contract.
config({ jitless: true })
