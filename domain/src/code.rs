//! Closed lists with a stable written code: in the database, in addresses, in locale keys.

use crate::invalid::Fault;
use std::str::FromStr;

/// The text is none of the codes of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown code")]
pub struct UnknownCode;

/// One of the choices that a form offers, or the identifier of one.
///
/// # Errors
/// `Required` when blank, `Choice` when it is none of them.
pub fn choice<T: FromStr>(typed: &str) -> Result<T, Fault> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    text.parse().map_err(|_| Fault::Choice)
}

/// Declares an enum whose values have one code each, the same in `code()`, `FromStr`, `Display` and serde.
macro_rules! coded {
    (
        $(#[$doc:meta])*
        pub enum $name:ident {
            $($(#[$value_doc:meta])* $value:ident = $code:literal),* $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $($(#[$value_doc])* #[serde(rename = $code)] $value),*
        }

        impl $name {
            /// Every value, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            /// The stable written code of the value.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$value => $code),*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::code::UnknownCode;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($code => Ok(Self::$value),)*
                    _ => Err(crate::code::UnknownCode),
                }
            }
        }
    };
}

pub(crate) use coded;
