import type { WordTable } from './words';

export const importWords = {
  'import-file-missing': {
    en: { says: 'There is no file {file}.', hint: 'Check the path, or choose the file again.' },
    es: { says: 'No existe el archivo {file}.', hint: 'Compruebe la ruta o vuelva a elegir el archivo.' },
  },
  'import-not-a-file': {
    en: { says: '{file} is a folder or a device, not a file.', hint: 'Choose a file inside it.' },
    es: { says: '{file} es una carpeta o un dispositivo, no un archivo.', hint: 'Elija un archivo.' },
  },
  'import-file-unreadable': {
    en: { says: '{file} cannot be read: {reason}', hint: 'Check that you may read it and that no other program holds it.' },
    es: { says: 'No se puede leer {file}: {reason}', hint: 'Compruebe los permisos y que ningún otro programa lo tenga abierto.' },
  },
  'import-file-empty': {
    en: { says: '{file} is empty.', hint: 'Export it again from where it came.' },
    es: { says: '{file} está vacío.', hint: 'Vuelva a exportarlo desde su origen.' },
  },
  'import-sheet-empty': {
    en: { says: 'The sheet “{sheet}” of {file} is empty.', hint: 'Choose another sheet of the workbook.' },
    es: { says: 'La hoja «{sheet}» de {file} está vacía.', hint: 'Elija otra hoja del libro.' },
  },
  'import-sheet-hidden': {
    en: { says: 'The sheet “{sheet}” of {file} is hidden and was not loaded.', hint: 'Add --sheet "{sheet}" to load it.' },
    es: { says: 'La hoja «{sheet}» de {file} está oculta y no se ha cargado.', hint: 'Añada --sheet "{sheet}" para cargarla.' },
  },
  'import-beside-tables': {
    en: {
      says: '{files:file|files} of {archive} {files?is|are} not taken for {files?a table|tables}, going by {files?its name|their names}: {names}.',
      hint: 'To load {files?it|one of them} all the same, choose it by its name.',
    },
    es: {
      says: '{files:archivo|archivos} de {archive} no se {files?toma por tabla|toman por tablas}, a juzgar por {files?su nombre|sus nombres}: {names}.',
      hint: 'Si aun así quiere {files?cargarlo|cargar alguno}, elíjalo por su nombre.',
    },
  },
  'import-refreshed-alone': {
    en: {
      says: 'Refreshing “{entity}” will read {file} alone; rows that came from {before} or from before it stay as they are.',
      hint: 'To take changes of all of them, load them again one after the other, the first as a replacement.',
    },
    es: {
      says: 'Al actualizar «{entity}» se leerá solo {file}; las filas que vinieron de {before} o de antes se quedan como están.',
      hint: 'Para recoger los cambios de todos, cárguelos de nuevo uno tras otro, el primero como reemplazo.',
    },
  },
  'import-not-text': {
    en: {
      says: '{file} is not a text file: there are bytes in it that no text has (first at byte {at}).',
      hint: 'Choose CSV, JSON, Parquet or XLSX, or save it as one of them.',
    },
    es: {
      says: '{file} no es un archivo de texto: contiene bytes que ningún texto tiene (el primero en el byte {at}).',
      hint: 'Elija CSV, JSON, Parquet o XLSX, o guárdelo en uno de esos formatos.',
    },
  },
  'import-other-format': {
    en: {
      says: '{file} is {format}, which cannot be imported.',
      hint: 'Open it in a spreadsheet program and save it as XLSX or CSV, or export it again as one of them.',
    },
    es: {
      says: '{file} es {format}, que no se puede importar.',
      hint: 'Ábralo en una hoja de cálculo y guárdelo como XLSX o CSV, o expórtelo de nuevo en uno de esos formatos.',
    },
  },
  'import-unreadable': {
    en: {
      says: '{file} cannot be read: {reason}',
      hint: 'Correct the file at that place, or choose its delimiter, quote and encoding by hand.',
    },
    es: {
      says: 'No se puede leer {file}: {reason}',
      hint: 'Corrija el archivo en ese lugar o elija a mano el separador, las comillas y la codificación.',
    },
  },
  'import-bad-xlsx': {
    en: { says: '{file} is not a readable workbook: {reason}', hint: 'Open it in a spreadsheet program and save it as XLSX or CSV.' },
    es: { says: '{file} no es un libro legible: {reason}', hint: 'Ábralo en una hoja de cálculo y guárdelo como XLSX o CSV.' },
  },
  'import-xlsx-too-large': {
    en: {
      says: '{file} holds {bytes:byte|bytes} of sheets; workbooks are read up to {limit}.',
      hint: 'Save the sheet as CSV, which has no limit.',
    },
    es: {
      says: '{file} contiene {bytes:byte|bytes} de hojas; los libros se leen hasta {limit}.',
      hint: 'Guarde la hoja como CSV, que no tiene límite.',
    },
  },
  'import-lines-skipped': {
    en: {
      says: '{lines:line|lines} at the beginning {lines?is|are} not part of the table and {lines?is|are} not read; {lines?it begins|they begin} with “{first}”.',
      hint: 'If the table begins earlier, change how many lines are skipped.',
    },
    es: {
      says: '{lines:línea|líneas} del principio no {lines?es|son} parte de la tabla y no se {lines?lee|leen}; {lines?empieza|empiezan} por «{first}».',
      hint: 'Si la tabla empieza antes, cambie cuántas líneas se saltan.',
    },
  },
  'import-footer-refused': {
    en: {
      says: '{lines:line|lines} at the end {lines?is no record|are no records}, such as “{last}”; {lines?it is|they are} refused.',
      hint: 'If {lines?it is a record|they are records}, export the file again, or mend {lines?it|them} among those refused and load {lines?it|them}.',
    },
    es: {
      says: '{lines:línea|líneas} del final no {lines?es un registro|son registros}, como «{last}»; se {lines?rechaza|rechazan}.',
      hint: 'Si {lines?es un registro|son registros}, vuelva a exportar el archivo o {lines?corríjala|corríjalas} entre los rechazos y {lines?cárguela|cárguelas}.',
    },
  },
  'import-row-names': {
    en: {
      says: 'There is one name fewer than columns: the first column, with “{first}”, is called {column}, and “{next}” is the second.',
      hint: 'If the last column is the one without a name, say that the first has one.',
    },
    es: {
      says: 'Hay un nombre menos que columnas: la primera, con «{first}», se llama {column}, y «{next}» es la segunda.',
      hint: 'Si la columna sin nombre es la última, indique que la primera lo tiene.',
    },
  },
  'import-several-tables': {
    en: {
      says: 'There {tables?is|are} {tables:table|tables} in the file; only the largest is read. Another begins with “{other}”.',
      hint: 'To load another, save it as a file of its own.',
    },
    es: {
      says: 'Hay {tables:tabla|tablas} en el archivo; solo se lee la mayor. Otra empieza por «{other}».',
      hint: 'Para cargar otra, guárdela en un archivo propio.',
    },
  },
  'rejects-file-changed': {
    en: {
      says: 'The records refused of “{entity}” cannot be taken from {file}: it is not as it was when it was loaded.',
      hint: 'Load the file again, then write what is refused.',
    },
    es: {
      says: 'Los registros rechazados de «{entity}» no se pueden tomar de {file}: ya no está como cuando se cargó.',
      hint: 'Vuelva a cargar el archivo y escriba después los rechazos.',
    },
  },
  'rejects-no-text': {
    en: {
      says: 'The records refused of “{entity}” have no text of their own, since its file is {format}.',
      hint: 'Write the list of what was refused and why instead.',
    },
    es: {
      says: 'Los registros rechazados de «{entity}» no tienen texto propio, porque su archivo es {format}.',
      hint: 'Escriba en su lugar la lista de lo rechazado y por qué.',
    },
  },
  'import-too-wide': {
    en: {
      says: '{file} has {columns:column|columns}; files are read up to {limit}.',
      hint: 'If it should have fewer, choose what stands between values; else choose the columns to take.',
    },
    es: {
      says: '{file} tiene {columns:columna|columnas}; se leen archivos de hasta {limit}.',
      hint: 'Si debería tener menos, elija qué hay entre los valores; si no, elija las columnas que se toman.',
    },
  },
  'import-bad-zip': {
    en: { says: '{file} is not a readable archive: {reason}', hint: 'Unpack it and load the files in it, or have it packed again.' },
    es: {
      says: '{file} no es un archivo comprimido legible: {reason}',
      hint: 'Descomprímalo y cargue sus archivos, o pida que lo compriman de nuevo.',
    },
  },
  'import-zip-bomb': {
    en: {
      says: '{file} unpacks to far more than anything of its size should: {bytes:byte|bytes} and more.',
      hint: 'If you trust it, unpack it yourself and load what is in it.',
    },
    es: {
      says: '{file} se descomprime en mucho más de lo que corresponde a su tamaño: {bytes:byte|bytes} y más.',
      hint: 'Si se fía de él, descomprímalo y cargue lo que contiene.',
    },
  },
  'import-ambiguous-date': {
    en: {
      says: 'The dates in “{column}” can be read in more than one way ({formats}), for example {example}.',
      hint: 'They stay text until you choose the format.',
    },
    es: {
      says: 'Las fechas de «{column}» se pueden leer de varias maneras ({formats}), por ejemplo {example}.',
      hint: 'Quedan como texto hasta que elija el formato.',
    },
  },
  'import-ambiguous-number': {
    en: {
      says: 'The numbers in “{column}” can be read with a decimal or a thousands mark, for example {example}.',
      hint: 'They stay text until you choose.',
    },
    es: {
      says: 'Los números de «{column}» se pueden leer con separador decimal o de millares, por ejemplo {example}.',
      hint: 'Quedan como texto hasta que elija.',
    },
  },
  'import-several-currencies': {
    en: {
      says: 'The amounts in “{column}” are of several currencies, among them {one} and {other}.',
      hint: 'They stay text, so that none is taken for another. Part amounts and currencies in the file, or choose a type.',
    },
    es: {
      says: 'Los importes de «{column}» están en varias monedas, entre ellas {one} y {other}.',
      hint: 'Quedan como texto, para que ninguna pase por otra. Separe importes y monedas en el archivo o elija un tipo.',
    },
  },
  'import-short-years': {
    en: {
      says: 'Years in “{column}” have two digits; the latest, {example}, is read as {read}.',
      hint: '00 to 68 are taken for 2000 to 2068, 69 to 99 for 1969 to 1999. If that is wrong, load the column as text.',
    },
    es: {
      says: 'Los años de «{column}» tienen dos cifras; el último, {example}, se lee como {read}.',
      hint: 'De 00 a 68 se toman por 2000 a 2068; de 69 a 99, por 1969 a 1999. Si no es así, cargue la columna como texto.',
    },
  },
  'import-short-years-text': {
    en: {
      says: 'Years in “{column}” have two digits and may be of either century: {example} would be {read}.',
      hint: 'They stay text. Write the years in full in the file, or choose a type of date if days to come are meant.',
    },
    es: {
      says: 'Los años de «{column}» tienen dos cifras y pueden ser de cualquiera de los dos siglos: {example} sería {read}.',
      hint: 'Quedan como texto. Escriba los años completos en el archivo o elija un tipo de fecha si se trata de días por venir.',
    },
  },
  'import-days-as-numbers': {
    en: {
      says: '“{column}” may hold days written like {example}; they are read as whole numbers.',
      hint: 'If they are days, choose the type Date, written as %Y%m%d.',
    },
    es: {
      says: '«{column}» podría contener días escritos como {example}; se leen como números enteros.',
      hint: 'Si son días, elija el tipo Fecha, escrito como %Y%m%d.',
    },
  },
  'import-nearly-date': {
    en: {
      says: '{refused} of the {total:value|values} read of “{column}” {refused?is|are} no date, the first “{example}” on line {line}; so they all stay text.',
      hint: 'Choose a type of date or time, and rows with such values are refused.',
    },
    es: {
      says: '{refused} de los {total:valor leído|valores leídos} de «{column}» no {refused?es una fecha|son fechas}, el primero «{example}» en la línea {line}; por eso todos quedan como texto.',
      hint: 'Elija un tipo de fecha o de momento y se rechazarán las filas con esos valores.',
    },
  },
  'import-nearly-number': {
    en: {
      says: '{refused} of the {total:value|values} read of “{column}” {refused?is|are} no number, the first “{example}” on line {line}; so they all stay text.',
      hint: 'Choose a type of number, and rows with such values are refused.',
    },
    es: {
      says: '{refused} de los {total:valor leído|valores leídos} de «{column}» no {refused?es un número|son números}, el primero «{example}» en la línea {line}; por eso todos quedan como texto.',
      hint: 'Elija un tipo de número y se rechazarán las filas con esos valores.',
    },
  },
  'import-digits-cut': {
    en: {
      says: 'Numbers in “{column}” have more digits than can be kept of a number, for example {example}.',
      hint: 'The first 17 digits are kept. To keep them all, load the column as text.',
    },
    es: {
      says: 'Hay números en «{column}» con más cifras de las que se conservan de un número, por ejemplo {example}.',
      hint: 'Se conservan las 17 primeras cifras. Para conservarlas todas, cargue la columna como texto.',
    },
  },
  'import-exponent-read': {
    en: {
      says: 'Some whole numbers in “{column}” are written with an exponent, for example {example}; they are read in full.',
      hint: 'If they are shortened identifiers, export the file again or load the column as text.',
    },
    es: {
      says: 'Algunos números enteros de «{column}» están escritos con exponente, por ejemplo {example}; se leen completos.',
      hint: 'Si son identificadores abreviados, vuelva a exportar el archivo o cargue la columna como texto.',
    },
  },
  'import-exponent-text': {
    en: {
      says: 'Numbers in “{column}” are written with an exponent and may have lost digits, for example {example}.',
      hint: 'They stay text. Export the file again with the numbers in full, or choose a type.',
    },
    es: {
      says: 'Hay números en «{column}» escritos con exponente que pueden haber perdido cifras, por ejemplo {example}.',
      hint: 'Quedan como texto. Vuelva a exportar el archivo con los números completos o elija un tipo.',
    },
  },
  'import-exponent-refused': {
    en: {
      says: 'Almost all numbers in “{column}” are exact decimals; the others, for example {example}, will be refused.',
      hint: 'Correct them in the file, or load the column as a number, which is not exact.',
    },
    es: {
      says: 'Casi todos los números de «{column}» son decimales exactos; los demás, por ejemplo {example}, se rechazarán.',
      hint: 'Corríjalos en el archivo o cargue la columna como número, que no es exacto.',
    },
  },
  'import-header-changed': {
    en: {
      says: 'The columns are not those of the recipe. Missing: {missing}. New: {added}.',
      hint: 'Look at the mapping again and confirm it; ignore the columns you do not need.',
    },
    es: {
      says: 'Las columnas no son las de la receta. Faltan: {missing}. Nuevas: {added}.',
      hint: 'Revise la correspondencia y confírmela; ignore las columnas que no necesite.',
    },
  },
  'import-change-column': {
    en: { says: '{file} has no column {column}.', hint: 'A file of changes needs it, with u (update) or d (delete) on every row.' },
    es: {
      says: '{file} no tiene la columna {column}.',
      hint: 'Un archivo de cambios la necesita, con u (actualizar) o d (eliminar) en cada fila.',
    },
  },
  'import-no-key': {
    en: {
      says: 'No attributes of {file} name every row once.',
      hint: 'Its rows can be numbered as they stand in the file; or choose a key: rows that repeat it or leave it empty are refused.',
    },
    es: {
      says: 'Ningún atributo de {file} identifica cada fila una sola vez.',
      hint: 'Sus filas se pueden numerar tal como están en el archivo; o elija una clave: se rechazan las filas que la repitan o la dejen vacía.',
    },
  },
  'import-key-unknown': {
    en: { says: 'The key “{key}” is not among the attributes loaded.', hint: 'Choose from: {known}' },
    es: { says: 'La clave «{key}» no está entre los atributos cargados.', hint: 'Elija entre: {known}' },
  },
  'import-key-differs': {
    en: { says: '“{entity}” has the key {key}, and the recipe {given}.', hint: 'Use the same key, or load with mode replace.' },
    es: { says: '«{entity}» tiene la clave {key} y la receta, {given}.', hint: 'Use la misma clave o cargue en modo de sustitución.' },
  },
  'import-type-differs': {
    en: {
      says: '“{attribute}” is of type {type}, and the recipe makes it {given}.',
      hint: 'Choose the same type, or load with mode replace.',
    },
    es: {
      says: '«{attribute}» es de tipo {type} y la receta lo convierte en {given}.',
      hint: 'Elija el mismo tipo o cargue en modo de sustitución.',
    },
  },
} as const satisfies WordTable;
