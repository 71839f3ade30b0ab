import type { PostKind } from '@quanheng/domain/ability/posts'
import type { SettingName } from '@quanheng/domain/plan/settings'
import { message } from '../../../shared/i18n/message.ts'
import { word } from '../../../shared/i18n/word.ts'

type Params = Readonly<Record<string, string>>

/** Codes among the params become words: a setting, a post. What is empty counts as not given. */
const worded = (params: Params): Params => ({
  ...Object.fromEntries(Object.entries(params).filter(([, value]) => value !== '')),
  ...(params.setting && { setting: word('setting', params.setting as SettingName) }),
  ...(params.post && { post: word('post', params.post as PostKind) }),
})

export const sayFinding = (code: string, params: Params): string => message(code, worded(params))
