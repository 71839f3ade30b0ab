import i18next from 'i18next'
import type { Language } from '../shared/i18n/language.ts'
import { speakSentences } from '../shared/i18n/speech.ts'
import { speak } from '../shared/i18n/word.ts'

type Words = Record<string, string>
const english = import.meta.glob<Words>('../**/en.json', { import: 'default' })

const loadEnglish = async (): Promise<Words> => {
  const areas = await Promise.all(Object.values(english).map((load) => load()))
  return Object.assign({}, ...areas)
}

/** Chinese needs no table: the key is the text. English is the union of every area's `en.json`. */
export const startI18n = async (language: Language): Promise<void> => {
  document.documentElement.lang = language
  if (language === 'en') {
    const { enSpeech } = await import('@quanheng/messages/en-speech')
    speak(enSpeech.labels)
    speakSentences(enSpeech)
  }
  await i18next.init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    resources: language === 'en' ? { en: { translation: await loadEnglish() } } : {},
  })
}
