import { type SiteFaces, siteFaces } from '@quanheng/papers/fonts/site-faces'

/** Runs in a worker: font files are megabytes each. */
const read = (folder: string): SiteFaces => siteFaces(folder)

export default read
