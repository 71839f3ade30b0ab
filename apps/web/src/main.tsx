import './app/theme/tokens.css'
import './app/theme/base.css'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { App } from './app/App.tsx'
import { startI18n } from './app/i18n.ts'
import { currentLanguage } from './shared/i18n/language.ts'
import { applyAppearance } from './shared/theme/appearance.ts'

// The content policy forbids code made from text, which is how zod would speed itself up.
config({ jitless: true })
applyAppearance()
await startI18n(currentLanguage())

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
