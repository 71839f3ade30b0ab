export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const storageKey = 'quanheng.language'

/** What the person chose on this machine; Chinese when nothing was chosen. */
export const currentLanguage = (): Language => {
  const chosen = localStorage.getItem(storageKey)
  return languages.find((language) => language === chosen) ?? 'zh-CN'
}

/** Loads the page again in the other language, so that no text of the old one can stay behind. */
export const switchLanguage = (language: Language): void => {
  localStorage.setItem(storageKey, language)
  location.reload()
}
