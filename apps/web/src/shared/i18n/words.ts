import { labels } from '@quanheng/messages/labels'
import { currentLanguage } from './language.ts'

/** Words for members parted by spaces, of a vocabulary that the server names; without words a member shows as it is. */
export const words = (vocabulary: string, members: string): string => labels(currentLanguage(), vocabulary, members)
