import type { EditsOfLanguage } from './edit.ts'

/** Edits of single sentences in Spanish, and rewordings that change nothing of a kind. */
export const SPANISH: EditsOfLanguage = {
  edits: [
    [
      'figure',
      'El incendio arrasó unas 1.200 hectáreas de monte bajo.',
      'El incendio arrasó unas 1.350 hectáreas de monte bajo.',
    ],
    ['figure', 'La multa asciende a 1.200,50 euros.', 'La multa asciende a 2.100,50 euros.'],
    [
      'figure',
      'El pantano está al veinte por ciento de su capacidad.',
      'El pantano está al 35 % de su capacidad.',
    ],
    [
      'figure',
      'Cerca de mil personas acudieron a la protesta.',
      'Cerca de dos mil personas acudieron a la protesta.',
    ],
    [
      'figure name',
      'Marta Ibáñez, de 52 años, preside la cooperativa.',
      'Marta Ibarra, de 51 años, preside la cooperativa.',
    ],
    [
      'date',
      'El juicio comenzará el 12 de marzo en la Audiencia.',
      'El juicio comenzará el 9 de abril en la Audiencia.',
    ],
    ['date', 'La empresa presentó el ERE el pasado martes.', 'La empresa presentó el ERE el pasado jueves.'],
    ['date (figure)', 'El plazo vence el 01/06/2025.', 'El plazo vence el 15/06/2025.'],
    [
      'quotation',
      '«Hemos cumplido con la ley», dijo la alcaldesa.',
      '«Hemos cumplido siempre con la ley», dijo la alcaldesa.',
    ],
    [
      'quotation',
      'El entrenador habló de “una derrota merecida”.',
      'El entrenador habló de “una derrota dolorosa”.',
    ],
    [
      'quotation/attribution (name)',
      '«No había salida», contó Elena Robles.',
      '«No había salida», contó Pilar Zamora.',
    ],
    ['attribution', 'El conductor iba ebrio.', 'El conductor iba ebrio, según la Guardia Civil.'],
    [
      'attribution (name)',
      'Fuentes del Gobierno aseguran que habrá acuerdo.',
      'Fuentes de la oposición aseguran que habrá acuerdo.',
    ],
    [
      'hedge',
      'El detenido robó las joyas de la ermita.',
      'El detenido robó presuntamente las joyas de la ermita.',
    ],
    [
      'hedge',
      'El supuesto cabecilla de la banda fue detenido en el puerto.',
      'El cabecilla de la banda fue detenido en el puerto.',
    ],
    ['hedge', 'El vertido habría alcanzado el acuífero.', 'El vertido ha alcanzado el acuífero.'],
    ['negation', 'El consejero dimitirá.', 'El consejero no dimitirá.'],
    ['negation', 'La autopsia halló signos de violencia.', 'La autopsia no halló signos de violencia.'],
    [
      'negation figure',
      'Nunca hubo más de 40 alumnos en el centro.',
      'Siempre hubo más de 60 alumnos en el centro.',
    ],
    ['name', 'La instrucción recae en Luis de la Fuente.', 'La instrucción recae en Luis de la Cuesta.'],
    ['name date', 'El AVE llegará a Murcia en diciembre.', 'El AVE llegará a Almería en febrero.'],
    [
      'hedge attribution',
      'El banco ocultó pérdidas, denuncia el sindicato.',
      'El banco pudo ocultar pérdidas, sostiene la fiscalía.',
    ],
    [
      'figure',
      'Doscientas familias han sido realojadas.',
      'Más de trescientas familias han sido realojadas.',
    ],
    [
      'figure date',
      'En 2019 se vendieron 1,5 millones de coches.',
      'En 2021 se vendieron 1,8 millones de coches.',
    ],
    [
      'figure date',
      'El ayuntamiento gastó 340.000 euros en luces entre noviembre y enero.',
      'El ayuntamiento gastó 410.000 euros en luces entre diciembre y enero.',
    ],
    [
      'attribution',
      'La presa aguantará, aseguran los ingenieros.',
      'La presa aguantará, asegura el gobierno regional.',
    ],
    [
      'quotation (negation)',
      '«No pienso pedir perdón», respondió el cantante.',
      '«Pienso pedir perdón», respondió el cantante.',
    ],
    [
      'name',
      'El fichaje de Iker Goñi se cerró de madrugada.',
      'El fichaje de Asier Goñi se cerró de madrugada.',
    ],
    ['hedge negation', 'El virus podría no transmitirse por el aire.', 'El virus se transmite por el aire.'],
    ['figure', 'Tres de cada diez jóvenes viven solos.', 'Cuatro de cada diez jóvenes viven solos.'],
    [
      'figure name',
      'La ciclista Ane Urrutia ganó por 18 segundos.',
      'La ciclista Ane Urrutia ganó por 21 segundos a Lotte Kopecky.',
    ],
    [
      'figure attribution',
      'Unos 700 obreros pararon, según el sindicato.',
      'Unos 450 obreros pararon, según la patronal.',
    ],
    [
      'date name',
      'Los vuelos a Kampala se reanudan el miércoles.',
      'Los vuelos a Entebbe se reanudan el sábado.',
    ],
    ['hedge figure', 'La riada mató probablemente a 6.000 ovejas.', 'La riada mató a 5.400 ovejas.'],
    ['negation', 'El fármaco está aprobado para niños.', 'El fármaco no está aprobado para niños.'],
  ],
  rewordings: [
    ['Los vecinos pasaron la noche al raso.', 'Los vecinos durmieron a la intemperie.'],
    [
      'Los agricultores miran al cielo con preocupación.',
      'Con preocupación miran al cielo los agricultores.',
    ],
    [
      'La cooperativa vende su aceite en el extranjero.',
      'El aceite de la cooperativa se vende fuera del país.',
    ],
    ['La plantilla se enteró por la prensa.', 'Los trabajadores lo supieron por los periódicos.'],
    ['Salió del pleno por la puerta de atrás.', 'Abandonó el pleno por la puerta trasera.'],
    ['El humo lo cubría todo.', 'Todo estaba cubierto de humo.'],
    ['Las reuniones se celebran a puerta cerrada.', 'Las reuniones tienen lugar a puerta cerrada.'],
    ['Los agentes llevaban meses tras sus pasos.', 'Los agentes le seguían la pista desde hacía meses.'],
    ['Nadie en su equipo quiso hacer comentarios.', 'Ninguno de sus colaboradores quiso comentar nada.'],
    ['El colegio cerrará al final del curso.', 'Al final del curso cerrará el colegio.'],
    ['Las obras van con retraso.', 'Las obras acumulan retraso.'],
    ['La sesión terminó de madrugada.', 'Acabó de madrugada la sesión.'],
    ['Los andenes estaban llenos.', 'Había mucha gente en los andenes.'],
    ['Los clientes hacen cola ante las oficinas.', 'Ante las oficinas hacen cola los clientes.'],
    [
      'Los concesionarios confían en las ayudas.',
      'Los concesionarios tienen puesta su confianza en las ayudas.',
    ],
    ['El agua roza ya el borde.', 'Ya roza el borde el agua.'],
    ['El club lo anunciará en breve.', 'En breve lo anunciará el club.'],
    ['El alquiler se come casi todo el sueldo.', 'Casi todo el sueldo se lo come el alquiler.'],
    ['Varios médicos lo esperaban fuera.', 'Fuera lo esperaban varios médicos.'],
    ['Conviene consultar con la aerolínea.', 'Es conveniente consultar con la aerolínea.'],
    ['Se vende en frascos azules.', 'En frascos azules se vende.'],
  ],
}
