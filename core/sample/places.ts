/** Towns and their postcodes, streets and names by country. Real towns; which house stands where is made up. */
export interface Country {
  code: string;
  language: string;
  dial: string;
  share: number;
  towns: readonly (readonly [town: string, postcode: string, region?: string])[];
  streets: readonly string[];
  /** `{street}` and `{house}`. */
  line: string;
  firstNames: readonly string[];
  lastNames: readonly string[];
}

export const countries: readonly Country[] = [
  {
    code: 'FR',
    language: 'fr',
    dial: '+336',
    share: 0.24,
    towns: [
      ['Paris', '75011'],
      ['Lyon', '69003'],
      ['Nîmes', '30000'],
      ['Besançon', '25000'],
      ['Orléans', '45000'],
      ['Saint-Étienne', '42100'],
    ],
    streets: ['rue des Lilas', 'avenue de la Gare', 'rue de l’Église', 'boulevard Voltaire', 'impasse du Moulin', 'chemin Vert'],
    line: '{house} {street}',
    firstNames: ['Élodie', 'Jérôme', 'Zoé', 'Camille', 'François', 'Aurélie', 'Noël', 'Agnès', 'Lucas', 'Inès'],
    lastNames: ['Martin', 'Lefèvre', 'Dubois', 'Gauthier', 'Bérard', 'Moreau', 'Noël', 'Fontaine', 'Garçon', 'Chevalier'],
  },
  {
    code: 'ES',
    language: 'es',
    dial: '+346',
    share: 0.2,
    towns: [
      ['Madrid', '28013'],
      ['Málaga', '29001'],
      ['Bilbao', '48001'],
      ['Córdoba', '14001'],
      ['A Coruña', '15001'],
      ['Logroño', '26001'],
    ],
    streets: ['Calle Mayor', 'Avenida de la Constitución', 'Plaza de España', 'Calle del Río', 'Paseo Marítimo', 'Calle Núñez de Balboa'],
    line: '{street}, {house}',
    firstNames: ['Lucía', 'Íñigo', 'María', 'José', 'Begoña', 'Álvaro', 'Núria', 'Andrés', 'Sofía', 'Martín'],
    lastNames: ['García', 'Muñoz', 'Fernández', 'Ibáñez', 'Peña', 'Gómez', 'Núñez', 'Ortega', 'Sáez', 'Vázquez'],
  },
  {
    code: 'DE',
    language: 'de',
    dial: '+4915',
    share: 0.18,
    towns: [
      ['Berlin', '10115'],
      ['Köln', '50667'],
      ['München', '80331'],
      ['Düsseldorf', '40213'],
      ['Görlitz', '02826'],
      ['Nürnberg', '90402'],
    ],
    streets: ['Lange Straße', 'Bahnhofstraße', 'Am Mühlbach', 'Schloßallee', 'Gärtnerweg', 'Königsplatz'],
    line: '{street} {house}',
    firstNames: ['Jürgen', 'Käthe', 'Björn', 'Anke', 'Günther', 'Sören', 'Mareike', 'Jörg', 'Lena', 'Paul'],
    lastNames: ['Müller', 'Schäfer', 'Groß', 'Weiß', 'Köhler', 'Schröder', 'Jäger', 'Lange', 'Böhm', 'Vogt'],
  },
  {
    code: 'GB',
    language: 'en',
    dial: '+447',
    share: 0.14,
    towns: [
      ['London', 'SW1A 2AA'],
      ['Leeds', 'LS1 4DY'],
      ['Bath', 'BA1 1LZ'],
      ['Glasgow', 'G1 1DN'],
      ['York', 'YO1 7HH'],
      ['Cardiff', 'CF10 1EP'],
    ],
    streets: ['High Street', 'Church Lane', 'Mill Road', 'Station Approach', 'The Green', 'Queen’s Walk'],
    line: '{house} {street}',
    firstNames: ['Olivia', 'Harry', 'Siân', 'Callum', 'Niamh', 'George', 'Amelia', 'Rhys', 'Zara', 'Owen'],
    lastNames: ['Smith', 'O’Connor', 'Taylor', 'Evans', 'Clarke', 'Hughes', 'Walker', 'Patel', 'Morgan', 'Reid'],
  },
  {
    code: 'IT',
    language: 'it',
    dial: '+393',
    share: 0.08,
    towns: [
      ['Roma', '00184', 'RM'],
      ['Milano', '20121', 'MI'],
      ['Forlì', '47121', 'FC'],
      ['Torino', '10121', 'TO'],
    ],
    streets: ['Via Garibaldi', 'Corso Vittorio Emanuele', 'Via della Libertà', 'Piazza San Marco'],
    line: '{street} {house}',
    firstNames: ['Niccolò', 'Giulia', 'Matteo', 'Chiara', 'Noè', 'Elena'],
    lastNames: ['Rossi', 'Bianchi', 'D’Angelo', 'Conti', 'Nicolò', 'Ferrari'],
  },
  {
    code: 'PT',
    language: 'pt',
    dial: '+3519',
    share: 0.06,
    towns: [
      ['Lisboa', '1100-148'],
      ['Évora', '7000-841'],
      ['Porto', '4000-322'],
      ['Guimarães', '4800-421'],
    ],
    streets: ['Rua Augusta', 'Avenida da Liberdade', 'Largo do Paço', 'Rua São João'],
    line: '{street}, {house}',
    firstNames: ['João', 'Inês', 'Tomé', 'Conceição', 'António', 'Beatriz'],
    lastNames: ['Silva', 'Conceição', 'Araújo', 'Magalhães', 'Simões', 'Costa'],
  },
  {
    code: 'NL',
    language: 'nl',
    dial: '+316',
    share: 0.05,
    towns: [
      ['Amsterdam', '1012 JS'],
      ['Utrecht', '3511 LX'],
      ['Groningen', '9711 LM'],
      ['Maastricht', '6211 CH'],
    ],
    streets: ['Dorpsstraat', 'Kerkplein', 'Molenweg', 'Oude Gracht'],
    line: '{street} {house}',
    firstNames: ['Daan', 'Sanne', 'Joëlle', 'Bram', 'Zoë', 'Thijs'],
    lastNames: ['de Vries', 'van den Berg', 'Jansen', 'Visser', 'Smit', 'Meijer'],
  },
  {
    code: 'US',
    language: 'en',
    dial: '+1202555',
    share: 0.05,
    towns: [
      ['New York', '10001', 'NY'],
      ['Austin', '78701', 'TX'],
      ['Boston', '02108', 'MA'],
      ['Portland', '97204', 'OR'],
    ],
    streets: ['Main St', 'Oak Ave', 'Washington Blvd', 'Lakeview Dr'],
    line: '{house} {street}',
    firstNames: ['Ava', 'Noah', 'Mia', 'Liam', 'Renée', 'José'],
    lastNames: ['Johnson', 'Williams', 'Nuñez', 'Brown', 'Davis', 'Lee'],
  },
];
