import type { LunchConfig } from './fields.js'
import type { Language } from './texts.js'

/** A dish on the menu. */
export interface Dish {
  readonly id: string
  readonly name: Readonly<Record<Language, string>>
  /** In euros. */
  readonly price: number
}

/** Returns today's menu of a canteen. */
export function menuOf(canteen: LunchConfig['canteen']): readonly Dish[] {
  return menus[canteen]
}

const menus: Readonly<Record<LunchConfig['canteen'], readonly Dish[]>> = {
  north: [
    dish('soup', 'Tomato soup with basil', 'Tomatensuppe mit Basilikum', 4.2),
    dish('gnocchi', 'Gnocchi with spinach', 'Gnocchi mit Spinat', 6.8),
    dish('curry', 'Chickpea curry with rice', 'Kichererbsen-Curry mit Reis', 7.4),
    dish('salmon', 'Salmon with potatoes', 'Lachs mit Kartoffeln', 9.6),
    dish('salad', 'Lentil salad with feta', 'Linsensalat mit Feta', 6.1),
    dish('crumble', 'Apple crumble', 'Apfelstreusel', 3.5),
  ],
  south: [
    dish('minestrone', 'Minestrone', 'Minestrone', 4.6),
    dish('risotto', 'Mushroom risotto', 'Pilzrisotto', 7.9),
    dish('falafel', 'Falafel with hummus', 'Falafel mit Hummus', 6.4),
    dish('dumplings', 'Dumplings with vegetables', 'Teigtaschen mit Gemüse', 7.1),
    dish('ricotta', 'Ricotta with honey', 'Ricotta mit Honig', 3.9),
  ],
}

function dish(id: string, en: string, de: string, price: number): Dish {
  return { id, name: { en, de }, price }
}
